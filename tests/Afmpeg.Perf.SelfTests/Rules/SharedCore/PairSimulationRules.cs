using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.SharedCore;

/// <summary>
/// How often pairs are right, with the scatter that windows have (docs/trust.md): 0.3 to 0.6 % for the same code twice, a few percent at
/// worst.
/// </summary>
public sealed class PairSimulationRules
{
    private const int Pairs = 2000;

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.006)]
    [InlineData(0.03)]
    public void An_unchanged_lane_is_rarely_called_slower_or_faster(double scatter) =>
        Share(1, scatter, SpeedVerdict.Slower, SpeedVerdict.Faster).Should().BeLessThanOrEqualTo(PairLooks.Level);

    [Theory]
    [InlineData(0.006)]
    [InlineData(0.03)]
    public void A_change_of_exactly_the_tolerance_is_rarely_called_slower_or_the_same(double scatter)
    {
        // Half of the level is for each side; 2000 pairs add what chance does.
        Share(1.005, scatter, SpeedVerdict.Slower).Should().BeLessThanOrEqualTo(PairLooks.Level);
        Share(1.005, scatter, SpeedVerdict.Same).Should().BeLessThanOrEqualTo(PairLooks.EquivalenceError);
    }

    [Theory]
    [InlineData(1.01, 0.002)]
    [InlineData(1.01, 0.004)]
    [InlineData(1.02, 0.012)]
    [InlineData(1.10, 0.06)]
    public void A_change_is_found(double change, double scatter) =>
        Share(change, scatter, SpeedVerdict.Slower).Should().BeGreaterThanOrEqualTo(0.95);

    [Theory]
    [InlineData(0.002)]
    [InlineData(0.006)]
    public void Equality_is_found_as_often(double scatter) => Share(1, scatter, SpeedVerdict.Same).Should().BeGreaterThanOrEqualTo(0.95);

    [Theory]
    [InlineData(0.006)]
    [InlineData(0.03)]
    public void A_difference_of_one_percent_is_never_called_the_same(double scatter) =>
        Share(1.01, scatter, SpeedVerdict.Same).Should().BeLessThanOrEqualTo(0.01);

    private static double Share(double ratio, double scatter, params SpeedVerdict[] verdicts) =>
        Enumerable.Range(0, Pairs).AsParallel().Count(pair => verdicts.Contains(
            CannedWindows.Ended(CannedWindows.Compared(ratio, scatter, PairLooks.Looks[^1],
                $"{ratio} {scatter} {pair}")).Verdict)) / (double)Pairs;
}
