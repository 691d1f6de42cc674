using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class ManyObservationsRules
{
    // Counted with whole numbers of any length: from 1,075 on, 2^-n is below the smallest double.
    [Theory]
    [InlineData(100, 40, 0.9647997997822951)]
    [InlineData(1074, 505, 0.952728117567383)]
    [InlineData(1075, 505, 0.9559335206201514)]
    [InlineData(2000, 956, 0.9534471795082162)]
    [InlineData(5000, 2431, 0.9506841418958282)]
    public void A_median_has_the_rank_and_level_that_were_counted(int count, int rank, double level)
    {
        var estimate = MedianInterval.Of([.. Numbers(count)]).Known();

        (estimate.Low, estimate.High).Should().Be((rank, count + 1 - rank));
        estimate.Level.Should().BeApproximately(level, 1e-12);
    }

    // Counted with whole numbers of any length, too.
    [Theory]
    [InlineData(100, 1955, 0.04992375960429256)]
    [InlineData(SignedRankLooks.MostCounted, 56290, 0.049968977407157306)]
    public void Critical_sums_are_those_that_were_counted(int count, int critical, double crossing)
    {
        SignedRankLooks.Critical(count).Should().Be(critical);
        SignedRankLooks.Crossing(count).Should().BeApproximately(crossing, 1e-9);
    }

    [Theory]
    [InlineData(501, 56522)]
    [InlineData(700, 112186)]
    public void Where_sums_are_no_longer_counted_the_normal_approximation_is_no_bolder(int count, int counted)
    {
        SignedRankLooks.Critical(count).Should().BeInRange(counted - 2, counted);
        SignedRankLooks.Crossing(count).Should().BeInRange(0.0498, SignedRankLooks.Error);
    }

    // The averages of the numbers 1 to n lie at halves: s / 2 and below are floor(s^2 / 4) of them while s is at most n.
    [Theory]
    [InlineData(1_000)]
    [InlineData(46_341)]
    [InlineData(100_000)]
    public void The_pseudo_median_of_evenly_spaced_numbers_matches_its_counted_averages(int count)
    {
        var estimate = PseudoMedian.Of([.. Numbers(count)]).Known();

        var critical = SignedRankLooks.Critical(count);
        var sum = (long)Math.Sqrt(4.0 * critical) - 2;
        while (sum * sum / 4 <= critical)
        {
            sum++;
        }

        sum.Should().BeLessThanOrEqualTo(count);
        (estimate.Low, estimate.Value, estimate.High).Should().Be((sum / 2.0, (count + 1) / 2.0, count + 1 - (sum / 2.0)));
    }

    [Fact]
    public void The_averages_match_a_sorted_list_of_all_pairs()
    {
        var random = new Random(4711);
        for (var sample = 0; sample < 300; sample++)
        {
            // Ties, zeros and both signs, and numbers far apart.
            double[] values = [.. Enumerable.Range(0, 6 + random.Next(20))
                .Select(_ => random.Next(-3, 4) * Math.Pow(10, random.Next(-9, 9)))];
            double[] averages = [.. values.SelectMany((one, index) => values[index..].Select(other => (one + other) / 2)).Order()];
            var outside = (int)SignedRankLooks.Critical(values.Length);
            var estimate = PseudoMedian.Of(values).Known();

            (estimate.Low, estimate.High).Should().Be((averages[outside], averages[^(outside + 1)]));
            estimate.Value.Should().Be((averages[(averages.Length - 1) / 2] + averages[averages.Length / 2]) / 2);
        }
    }

    private static IEnumerable<double> Numbers(int count) => Enumerable.Range(1, count).Select(number => (double)number);
}
