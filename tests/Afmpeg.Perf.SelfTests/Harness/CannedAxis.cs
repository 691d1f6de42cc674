using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>An axis that nobody measured, with one cell for each thing that a cell can hold.</summary>
public static class CannedAxis
{
    public static AxisTable Table { get; } = new(
        "made-up",
        "Made-up axis",
        Reading<string>.Of("A made-up sentence: 4.30 [4.10, 4.50] times as fast."),
        [new AxisColumn("build", "build", "", "Which build."), new AxisColumn("speed", "speed", "x", "How fast.")],
        [
            [AxisCell.Of("O3"), AxisCell.Of(Reading<Estimate>.Of(CaseSummaries.Interval(4.1, 4.3, 4.5)))],
            [AxisCell.Of("Oz"), AxisCell.Of(Reading<Estimate>.Unavailable("nobody ran it"))],
        ],
        ["a made-up note"]);

    /// <summary>The same with a text from outside wherever one can stand.</summary>
    public static AxisTable Hostile { get; } = Table with
    {
        Title = CannedRun.HostileText,
        Sentence = Reading<string>.Of(CannedRun.HostileText),
        Rows = [[AxisCell.Of(CannedRun.HostileText), AxisCell.Of(Reading<Estimate>.Unavailable(CannedRun.HostileText))]],
        Notes = [CannedRun.HostileText],
    };
}
