using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

public sealed class PairSamplerRules : IDisposable
{
    private readonly List<WorkFolder> folders = [];
    private readonly List<CoreWindow> kept = [];

    public void Dispose() => folders.ForEach(folder => folder.Dispose());

    [Theory]
    [InlineData(1.02, 0.002, SpeedVerdict.Slower, 8)]
    [InlineData(1, 0.002, SpeedVerdict.Same, 8)]
    [InlineData(1.02, 0.5, SpeedVerdict.CannotTell, 32)]
    public void Windows_end_with_a_verdict_or_after_the_last_look(double ratio, double scatter, SpeedVerdict expected, int windows)
    {
        var compared = Measure(ratio, scatter);

        compared.Verdict.Should().Be(expected);
        kept.Should().HaveCount(windows).And.OnlyContain(window => window.Run == "run" && window.Host == "host");
        kept.Select(window => window.Number).Should().Equal(Enumerable.Range(1, windows));
        compared.Logs.Should().Equal(CoreRatio.Logs(kept, "b", "a"));
    }

    [Fact]
    public void A_failed_lane_is_the_result()
    {
        Measure(1, 0, failure: "exit status 1")
            .Should().Match<PairComparison>(failed => failed.Failure == "b: exit status 1" && failed.HasAfterFailed);
        kept.Should().BeEmpty();
    }

    [Fact]
    public void No_window_begins_after_the_budget()
    {
        Measure(1, 0, budget: TimeSpan.Zero).Change.Reason.Should().Contain("0 windows support no interval");
        kept.Should().BeEmpty();
    }

    private PairComparison Measure(double ratio, double scatter, TimeSpan? budget = null, string? failure = null)
    {
        var empty = new PairComparison("job", "a", "b", [], PairLooks.Tolerance, PairCount: 1);
        return new PairSampler(Lane("a", 1, scatter), Lane("b", ratio, scatter, failure), new FixedCheck(),
            kept.Add)
        { WindowTime = TimeSpan.Zero }
            .Measure(empty, budget, "host", "run", _ => { }, default);
    }

    private CoreLane Lane(string name, double seconds, double scatter, string? failure = null)
    {
        folders.Add(WorkFolder.Create());
        return new CoreLane(name, Samples.Case(Samples.Wasm), new ReplayLane(Samples.Wasm, (_, run) => failure is not null
            ? LaneReading.Failed(failure)
            : CannedWindows.Reading(seconds * SeededNoise.Factor($"pair {name} {run}", scatter))), folders[^1]);
    }
}
