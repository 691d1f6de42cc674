using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

public sealed class PairComparisonRules
{
    [Theory]
    [InlineData(1.02, 0.002, SpeedVerdict.Slower)]
    [InlineData(0.98, 0.002, SpeedVerdict.Faster)]
    [InlineData(1.000, 0.002, SpeedVerdict.Same)]
    [InlineData(1.003, 0.0005, SpeedVerdict.Same)]
    [InlineData(1.005, 0.002, SpeedVerdict.CannotTell)]
    [InlineData(1.02, 0.05, SpeedVerdict.CannotTell)]
    public void The_verdict_claims_what_the_interval_shows(double ratio, double scatter, SpeedVerdict expected)
    {
        var compared = CannedWindows.Compared(ratio, scatter, 8);

        compared.Verdict.Should().Be(expected);
        compared.HasRegressed.Should().Be(expected == SpeedVerdict.Slower);
        compared.Why.Should().Contain("0.5 %");
    }

    [Fact]
    public void Identical_windows_beyond_the_tolerance_count_as_a_change() =>
        CannedWindows.Compared(1.006, 0, 8).Verdict.Should().Be(SpeedVerdict.Slower);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fewer_than_three_windows_decide_nothing(int count) =>
        (CannedWindows.Compared(1.5, 0.001, count) is { Verdict: SpeedVerdict.CannotTell, ChangeText: "-", HasRegressed: false })
            .Should().BeTrue();

    [Fact]
    public void With_many_pairs_each_needs_more_evidence()
    {
        CannedWindows.Compared(1.012, 0.003, 8).Verdict.Should().Be(SpeedVerdict.Slower);
        CannedWindows.Compared(1.012, 0.003, 8, pairs: 1000).Verdict.Should().Be(SpeedVerdict.CannotTell);
    }

    [Fact]
    public void A_failed_B_is_a_regression_and_a_failed_A_is_not_measured()
    {
        var failed = Windows(1, 0.001).Failing(new LaneFault("b", "exit status 1"));

        (failed.Words, failed.HasRegressed, failed.Why, failed.ChangeText).Should().Be(("not measured", true, "b: exit status 1", "-"));
        Report(failed).Status.Should().Be(ExitStatus.Exceeded);
        Report(Windows(1, 0.001).Failing(new LaneFault("a", "exit status 1"))).Status.Should().Be(ExitStatus.Missing);
        Report(Windows(1, 0.001).Failing(new LaneFault("a", "exit status 1")), Windows(1, 0.001)).Status
            .Should().Be(ExitStatus.Within, "of the other pair something is known");
    }

    [Fact]
    public void A_different_output_is_a_regression_of_one_lane_whatever_the_time_but_is_only_shown_for_unlike_lanes()
    {
        var differences = PairComparison.DifferencesOf(Samples.Facts,
            Samples.Facts with { Frames = 89, FramesDigest = "b", Size = new ByteCount(999) });

        differences.Should().HaveCount(3).And.Contain("frames 90 -> 89").And.Contain("output bytes 1000 -> 999");
        (Windows(1, 0.001) with { Differences = differences }).HasRegressed.Should().BeFalse();
        (Windows(1, 0.001) with { Differences = differences, IsOneLane = true }).HasRegressed.Should().BeTrue();
        PairComparison.DifferencesOf(Samples.Facts, Samples.Facts).Should().BeEmpty();
        PairComparison.DifferencesOf(null, Samples.Facts).Should().BeEmpty();
    }

    private static PairComparison Windows(double ratio, double scatter) => CannedWindows.Compared(ratio, scatter, 8);

    private static PairReport Report(params PairComparison[] pairs) => new("2 cores", "windows.jsonl", [.. pairs]);
}
