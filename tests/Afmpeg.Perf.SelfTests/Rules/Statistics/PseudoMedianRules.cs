using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class PseudoMedianRules
{
    // Hamilton's depression scale, nine patients before and after a tranquilizer: M. Hollander and D. A. Wolfe, Nonparametric Statistical
    // Methods, table 3.1, and the example of R's wilcox.test. Their estimate is -0.46.
    private static readonly double[] Before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    private static readonly double[] After = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    private static readonly double[] Improvement = [.. After.Zip(Before, (after, before) => after - before)];

    // Heights of crossed less those of self-fertilized plants in eighths of an inch: C. Darwin, 1876; R. A. Fisher, The Design of
    // Experiments, section 17.
    private static readonly double[] Darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];

    [Fact]
    public void The_published_example_has_the_published_estimate() => Of(Improvement).Value.Should().BeApproximately(-0.46, 1e-12);

    [Fact]
    public void The_published_interval_of_one_look_is_widened_by_what_the_first_look_spent()
    {
        // At one look of nine the critical sum is 5 and the interval [-0.786, -0.010]; after a look at seven 4 is left.
        var estimate = Of(Improvement);

        SignedRankLooks.Critical(9).Should().Be(4);
        estimate.Low.Should().BeApproximately(-0.806, 1e-12);
        estimate.High.Should().BeApproximately(0.035, 1e-12);
    }

    public static TheoryData<double[]> Samples =>
        [Improvement, Darwin, [.. Darwin.Take(6)], [.. Darwin.Take(7)], [.. Darwin.Take(10)], [.. Darwin, 31, 2, 9]];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_interval_is_what_the_signed_rank_test_does_not_reject(double[] observations)
    {
        var estimate = Of(observations);
        var critical = SignedRankLooks.Critical(observations.Length);

        foreach (var (inside, outside) in new[] { (estimate.Low + 1e-6, estimate.Low - 1e-6),
            (estimate.High - 1e-6, estimate.High + 1e-6) })
        {
            RankSum(observations, inside).Should().BeGreaterThan(critical);
            RankSum(observations, outside).Should().BeLessThanOrEqualTo(critical);
        }
    }

    [Fact]
    public void Darwins_plants_differ() =>
        Of(Darwin).Should().Be(new Estimate(25, 4, 41.5, 15, 1 - SignedRankLooks.Crossing(15)),
            "the test rejects no difference at p = 0.041");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Too_few_observations_support_no_interval(int count) =>
        PseudoMedian.Of([.. Darwin.Take(count)]).Reason.Should()
            .Be($"{CountText.Of(count, "round", "support")} no 95 % interval: at least 6 are needed");

    [Theory]
    [InlineData(6, 0, 0.96875)]
    [InlineData(7, 1, 0.96875)]
    public void The_fewest_observations_have_almost_their_whole_range(int count, int left, double level)
    {
        // Powers of two: each average of two is of one pair alone.
        var estimate = Of([.. Enumerable.Range(0, count).Select(power => Math.Pow(2, power))]);

        estimate.Low.Should().Be(left == 0 ? 1 : 1.5);
        estimate.High.Should().Be(left == 0 ? 32 : 48);
        (estimate.Count, estimate.Level).Should().Be((count, level));
    }

    [Fact]
    public void Ties_and_zeros_make_the_interval_no_wider_than_they_are()
    {
        Of([0, 0, 0, 0, 0, 0]).Should().Be(new Estimate(0, 0, 0, 6, 0.96875));
        Of([2, 2, 2, 2, 2, 2, 9]).Should()
            .Be(new Estimate(2, 2, 5.5, 7, 0.96875), "one of seven that stands out is averaged with the rest");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void An_observation_that_is_not_a_number_spoils_the_estimate(double odd) =>
        PseudoMedian.Of([.. Darwin, odd]).Reason.Should().Be("an observation is not a finite number");

    [Theory]
    [InlineData(0, "an observation is not above 0, so it has no logarithm")]
    [InlineData(-1, "an observation is not above 0, so it has no logarithm")]
    [InlineData(double.NaN, "an observation is not a finite number")]
    [InlineData(double.PositiveInfinity, "an observation is not a finite number")]
    public void An_invalid_ratio_spoils_the_estimate_on_logs(double odd, string reason)
    {
        PseudoMedian.OfLogs([.. Before, odd]).Reason.Should().Be(reason);
        PseudoMedian.OfLogs([1.1, odd]).Reason.Should().Be(reason);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(17)]
    public void It_shifts_and_scales_with_its_observations_whatever_their_order(int count)
    {
        var random = new Random(count);
        for (var sample = 0; sample < 200; sample++)
        {
            double[] times = [.. Enumerable.Range(0, count).Select(_ => 0.1 + random.NextDouble())];
            var (shift, factor) = (random.NextDouble() - 0.5, 0.1 + (5 * random.NextDouble()));
            double[] shuffled = [.. times];
            random.Shuffle(shuffled);

            Of([.. shuffled.Select(time => time + shift)]).ShouldEqual(Of(times).Map(value => value + shift));
            Of([.. shuffled.Select(time => time * factor)]).ShouldEqual(Of(times).Map(value => value * factor));
            OfLogs([.. shuffled.Select(time => time * factor)]).ShouldEqual(OfLogs(times).Map(value => value * factor));
            var (there, back) = (OfLogs(times), OfLogs([.. times.Select(time => 1 / time)]));
            back.ShouldEqual(there with { Value = 1 / there.Value, Low = 1 / there.High, High = 1 / there.Low });
        }
    }

    // The smaller of the two sums of ranks by magnitude; no ties away from the interval's ends.
    private static double RankSum(double[] observations, double centre)
    {
        var signed = observations.Select(value => value - centre).OrderBy(Math.Abs)
            .Select((value, index) => (Rank: index + 1, IsAbove: value > 0)).ToArray();
        return Math.Min(signed.Where(one => one.IsAbove).Sum(one => one.Rank), signed.Where(one => !one.IsAbove).Sum(one => one.Rank));
    }

    private static Estimate Of(double[] observations) => PseudoMedian.Of(observations).Known();

    private static Estimate OfLogs(double[] observations) => PseudoMedian.OfLogs(observations).Known();
}
