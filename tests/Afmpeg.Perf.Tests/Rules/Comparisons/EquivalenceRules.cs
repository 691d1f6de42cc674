using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Tests.Simulation;

namespace Afmpeg.Perf.Tests.Rules.Comparisons;

/// <summary>What "the same" is worth: of a case that changed by just the tolerance it is said no more often than the test's error, with rounds as they were measured.</summary>
public sealed class EquivalenceRules
{
    private const int Samples = 4000;
    private const int Rounds = 7;

    public static TheoryData<string> Noises => TheoryRows.Of(All.Select(noise => noise.Name));

    private static NoiseModel[] All => [NoiseModels.Normal, ReplayedNoise.OfQuietDay[1], ReplayedNoise.OfNoisyDay[1]];

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_change_of_just_the_tolerance_is_called_the_same_no_more_often_than_the_error_allows(string name)
    {
        Same(name, 1 + Tolerances.Speed).Should().BeLessThanOrEqualTo(Tolerances.EquivalenceError + 0.01, "and what chance adds to 4000 samples");
        Same(name, 1.1).Should().BeLessThan(0.01);
    }

    [Fact]
    public void What_is_the_same_is_called_so_in_four_of_ten_cases_after_seven_rounds_of_a_quiet_day()
    {
        Same(ReplayedNoise.OfQuietDay[1].Name, 1).Should().BeInRange(0.38, 0.48);
    }

    private static double Same(string name, double truth)
    {
        var noise = All.Single(one => one.Name == name);
        var (random, kept) = (new Random(4711), new CannedExtract("equal") { Cases = 1 }.Make());
        RunExtract Drawn(double ratio) => CannedExtract.With(kept, 0, entry => entry with { Ratios = [.. noise.Ratios(random, ratio, noise.SpreadOr(0.027), Rounds)] });
        return Enumerable.Range(0, Samples).Count(_ => RunComparison.Of(Drawn(1), Drawn(truth)).Cases[0].Verdict == SpeedVerdict.Same) / (double)Samples;
    }
}
