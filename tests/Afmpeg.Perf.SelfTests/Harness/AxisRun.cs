using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A made-up run for axes to read: hand-made rows through the real summary.</summary>
public sealed class AxisRun
{
    private readonly List<BenchmarkCase> cases = [];
    private readonly List<Measurement> rows = [];
    private readonly List<ModuleFacts> modules = [];
    private readonly Dictionary<string, string> reasons = [];

    /// <summary>The host's drift over eight rounds, by 2 % at most: the same in every lane of a round.</summary>
    public static ImmutableArray<double> Drift { get; } = [1, 1.01, 0.99, 1.02, 1, 0.98, 1.01, 1];

    public AxisInput Input => new(
        Summary.Of(cases, benchmarkCase => reasons.GetValueOrDefault(benchmarkCase.Id), rows),
        [.. rows],
        [.. modules],
        new Host(2, "Canned CPU", new ByteCount(8L << 30), "Debian GNU/Linux 12", "6.1.0", 0.3));

    /// <summary>A job of 10 s of media that asks for no equality.</summary>
    public static Job Job(
        LaneCoverage coverage = LaneCoverage.EveryLane,
        EncoderSetting? setting = null,
        string subject = "handheld-360p",
        bool hasSound = false) =>
        Samples.Job(subject) with
        {
            Setting = setting ?? EncoderSetting.X264Veryfast,
            LaneCoverage = coverage,
            Expected = new ExpectedOutput(300, 640, 360, TimeSpan.FromSeconds(10), hasSound, EqualsPortable: false),
        };

    /// <summary>Eight rounds of a case, each as long as the host's drift makes it.</summary>
    public AxisRun Add(Job job, Lane lane, double seconds, Func<Measurement, Measurement>? change = null) =>
        Add(job, lane, [.. Drift.Select(drift => drift * seconds)], change);

    public AxisRun Add(Job job, Lane lane, ImmutableArray<double> seconds, Func<Measurement, Measurement>? change = null)
    {
        var benchmarkCase = Plan(job, lane);
        rows.AddRange(seconds.Select((time, index) => (change ?? (row => row))(Row(benchmarkCase, index + 1, time))));
        return this;
    }

    // 1 on the whole.
    private static readonly ImmutableArray<double> Unsteady = [1.2, 0.8, 1.1, 0.85, 1.25, 0.95, 1.15, 0.9];

    /// <summary>A case that scatters so much that eight rounds cannot show a difference from another.</summary>
    public AxisRun AddUnsteady(Job job, Lane lane, double seconds, Func<Measurement, Measurement>? change = null) =>
        Add(job, lane, [.. Drift.Zip(Unsteady, (drift, scatter) => seconds * drift * scatter)], change);

    public AxisRun AddAbsent(Job job, Lane lane, string reason)
    {
        reasons[Plan(job, lane).Id] = reason;
        return this;
    }

    /// <summary>A warm-up of a case that was added.</summary>
    public AxisRun AddWarmUp(Job job, Lane lane, Func<Measurement, Measurement> change)
    {
        rows.Add(change(Row(new BenchmarkCase(job, lane), 0, 1)));
        return this;
    }

    public AxisRun AddModule(string build, long brotliBytes, string flavour = "gpl")
    {
        var (size, gzip, brotli) = (new ByteCount(3 * brotliBytes), new ByteCount(2 * brotliBytes), new ByteCount(brotliBytes));
        modules.Add(new ModuleFacts(build, flavour, size, gzip, brotli, Samples.Digest, 7, "-O3"));
        return this;
    }

    /// <summary>Reads an axis, which the run must have.</summary>
    public AxisTable Read(IAxis axis)
    {
        var table = axis.Read(Input);
        table.Should().NotBeNull();
        table!.Rows.Should().OnlyContain(row => row.Length == table.Columns.Length, "every row has a cell per column");
        table.Columns.Select(column => column.Key).Should().OnlyHaveUniqueItems();
        table.Columns.Should().OnlyContain(column => column.Legend.EndsWith('.'));
        return table;
    }

    private BenchmarkCase Plan(Job job, Lane lane)
    {
        var benchmarkCase = new BenchmarkCase(job, lane);
        cases.Add(benchmarkCase);
        return benchmarkCase;
    }

    private static Measurement Row(BenchmarkCase benchmarkCase, int round, double seconds) =>
        Samples.Row(benchmarkCase.Lane, round, seconds) with
        {
            Case = benchmarkCase.Id,
            Encoder = benchmarkCase.Job.Setting.Encoder,
            Effort = benchmarkCase.Job.Setting.Effort,
            MediaSeconds = 10,
        };
}
