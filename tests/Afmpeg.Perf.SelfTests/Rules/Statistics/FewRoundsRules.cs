using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class FewRoundsRules
{
    // Student's t, two-sided 0.05: R. A. Fisher and F. Yates, Statistical Tables, table III, for n - 1 degrees of freedom and the prior's
    // four.
    [Theory]
    [InlineData(2, 2.571)]
    [InlineData(3, 2.447)]
    [InlineData(4, 2.365)]
    [InlineData(5, 2.306)]
    public void Equal_rounds_scatter_by_the_prior_alone_and_have_the_published_quantile(int count, double published)
    {
        var estimate = FewRounds.Of([.. Enumerable.Repeat(1.5, count)]).Known();

        var error = FewRounds.PriorScatter * Math.Sqrt(4.0 / (count + 3) / count);
        (estimate.Value, estimate.Count, estimate.Level).Should().Be((1.5, count, 0.95));
        (estimate.High - 1.5).Should().BeApproximately(published * error, 0.0005 * error);
        (1.5 - estimate.Low).Should().BeApproximately(estimate.High - 1.5, 1e-12);
    }

    [Fact]
    public void Their_own_scatter_counts_by_its_degrees_of_freedom()
    {
        // Mean 3, squares 2 of two degrees of freedom beside the prior's four.
        var half = 2.447 * Math.Sqrt(((4 * FewRounds.PriorScatter * FewRounds.PriorScatter) + 2) / 6 / 3);

        var estimate = FewRounds.Of([4, 2, 3]).Known();

        estimate.Value.Should().Be(3);
        (estimate.High - 3).Should().BeApproximately(half, 0.0005 * half);
    }

    [Theory]
    [InlineData(0, "0 rounds support no 95 % interval: at least 2 are needed")]
    [InlineData(1, "1 round supports no 95 % interval: at least 2 are needed")]
    public void Fewer_than_two_rounds_support_no_interval(int count, string reason)
    {
        FewRounds.Of([.. Enumerable.Repeat(1.0, count)]).Reason.Should().Be(reason);
        PseudoMedian.OfLogs(Enumerable.Repeat(1.0, count)).Reason.Should().Be(reason);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Few_rounds_are_two_to_five(int count, bool covered) => FewRounds.Covers(count).Should().Be(covered);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void An_observation_that_is_not_a_number_spoils_the_estimate(double odd) =>
        FewRounds.Of([0, odd]).Reason.Should().Be("an observation is not a finite number");

    [Fact]
    public void Ratios_have_the_geometric_mean_and_a_widened_interval_is_wider_by_that_factor()
    {
        var (plain, wide) = (PseudoMedian.OfLogs([2, 8]).Known(), PseudoMedian.OfLogs([8, 2], inflation: 1.5).Known());

        plain.Value.Should().BeApproximately(4, 1e-12);
        (plain.Low * plain.High).Should().BeApproximately(16, 1e-9, "it is symmetric on the scale of logarithms");
        Math.Log(wide.High / wide.Value).Should().BeApproximately(1.5 * Math.Log(plain.High / plain.Value), 1e-12);
    }

    // Student's t, one-sided 0.0005: 6.869 with five degrees of freedom, 5.959 with six.
    [Theory]
    [InlineData(2, 6.869)]
    [InlineData(3, 5.959)]
    public void The_chance_beyond_a_bound_is_the_published_one(int count, double published)
    {
        var bound = -published * FewRounds.PriorScatter * Math.Sqrt(4.0 / (count + 3) / count);
        double[] logs = [.. Enumerable.Repeat(0.0, count)];

        FewRounds.ChanceAbove(logs, bound).Should().BeApproximately(0.0005, 2e-7);
        FewRounds.ChanceAbove(logs, 2 * bound, inflation: 2).Should().BeApproximately(0.0005, 2e-7);
        FewRounds.ChanceAbove(logs, 0).Should().BeApproximately(0.5, 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    public void The_interval_of_a_look_ends_where_the_chance_is_half_of_its_error(double inflation)
    {
        double[] logs = [1.1, 0.9, 1.3];

        var strict = FewRounds.AtLook(PseudoMedian.OfLogs(logs.Select(Math.Exp), inflation).Known());

        strict.Level.Should().Be(0.9995);
        FewRounds.ChanceAbove(logs, Math.Log(strict.Low), inflation).Should().BeApproximately(FewRounds.LookError / 2, 1e-9);
    }

    [Fact]
    public void Early_looks_and_later_ones_together_spend_no_more_than_the_error_of_a_case()
    {
        var spent = (FewRounds.Looks.Count * FewRounds.LookError) + SignedRankLooks.Crossing(SignedRankLooks.Rounds[^1]);

        spent.Should().BeLessThanOrEqualTo(SignedRankLooks.Error).And.BeGreaterThan(0.0498);
        FewRounds.Looks.Should().BeInAscendingOrder()
            .And.OnlyContain(rounds => FewRounds.Covers(rounds) && rounds < SignedRankLooks.Rounds[0]);
    }

    [Fact]
    public void Students_own_test_of_three_rounds_would_need_a_scatter_that_no_host_has()
    {
        // 214 times native where 20 is the limit. A hundred limits and five looks ask for 4 in a million.
        double[] logs = [.. new[] { 0.947, 1, 1.056 }.Select(off => Math.Log(214 * off))];

        MeanTest.ChanceAbove(logs, Math.Log(20)).Should().BeGreaterThan(4e-6);
        FewRounds.ChanceAbove(logs, Math.Log(20)).Should().BeLessThan(4e-6);
    }
}
