using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.SharedCore;

public sealed class PairComparisonRules
{
    [Theory]
    [InlineData(1.02, 0.002, SpeedVerdict.Slower)]
    [InlineData(0.98, 0.002, SpeedVerdict.Faster)]
    [InlineData(1.000, 0.002, SpeedVerdict.Same)]
    [InlineData(1.003, 0.0005, SpeedVerdict.Same)]
    [InlineData(1.005, 0.002, SpeedVerdict.CannotTell)]
    [InlineData(1.02, 0.05, SpeedVerdict.CannotTell)]
    public void What_an_interval_shows_is_claimed(double ratio, double scatter, SpeedVerdict expected)
    {
        var compared = CannedWindows.Compared(ratio, scatter, 8);

        compared.Verdict.Should().Be(expected);
        compared.HasRegressed.Should().Be(expected == SpeedVerdict.Slower);
        compared.Why.Should().Contain("0.5 %");
    }

    [Fact]
    public void Equal_windows_beyond_the_tolerance_are_a_change() => CannedWindows.Compared(1.006, 0, 8).Verdict.Should().Be(SpeedVerdict.Slower);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Fewer_than_three_windows_tell_nothing(int count) =>
        (CannedWindows.Compared(1.5, 0.001, count) is { Verdict: SpeedVerdict.CannotTell, ChangeText: "-", HasRegressed: false }).Should().BeTrue();

    [Fact]
    public void Many_pairs_ask_for_more_evidence_of_each()
    {
        CannedWindows.Compared(1.012, 0.003, 8).Verdict.Should().Be(SpeedVerdict.Slower);
        CannedWindows.Compared(1.012, 0.003, 8, family: 1000).Verdict.Should().Be(SpeedVerdict.CannotTell);
    }

    [Fact]
    public void A_lane_that_failed_is_not_measured_and_regresses()
    {
        var failed = CannedWindows.Compared(1, 0.001, 8) with { Failure = "b: exit status 1" };

        (failed.Words, failed.HasRegressed, failed.Why, failed.ChangeText).Should().Be(("not measured", true, "b: exit status 1", "-"));
    }

    [Fact]
    public void Another_output_regresses_whatever_the_time()
    {
        var differences = PairComparison.DifferencesOf(Samples.Facts, Samples.Facts with { Frames = 89, FramesDigest = "b", Size = new ByteCount(999) });

        differences.Should().Equal("90 frames, then 89", "the pictures differ", "1000 bytes, then 999");
        (CannedWindows.Compared(1, 0.001, 8) with { Differences = differences }).HasRegressed.Should().BeTrue();
        PairComparison.DifferencesOf(Samples.Facts, Samples.Facts).Should().BeEmpty();
        PairComparison.DifferencesOf(null, Samples.Facts).Should().BeEmpty();
    }
}
