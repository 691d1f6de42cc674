using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.SelfTests.Simulation;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class SignedRankLooksRules
{
    [Theory]
    [InlineData(0, new[] { 1.0 })]
    [InlineData(1, new[] { 0.5, 0.5 })]
    [InlineData(2, new[] { 0.25, 0.25, 0.25, 0.25 })]
    // Of the eight signs of three ranks only 3 = 1 + 2 is reached in two ways.
    [InlineData(3, new[] { 0.125, 0.125, 0.125, 0.25, 0.125, 0.125, 0.125 })]
    public void Rank_sums_of_few_ranks_match_a_count_by_hand(int n, double[] chances) => RankSums.Chances(n).Should().Equal(chances);

    [Theory]
    [InlineData(14)]
    [InlineData(53)]
    public void Chances_of_all_rank_sums_are_symmetric_and_add_up_to_one(int n)
    {
        RankSums.Chances(n).Should().HaveCount((n * (n + 1) / 2) + 1).And.Equal(RankSums.Chances(n).Reverse());
        RankSums.Chances(n).Sum().Should().Be(1);
    }

    // Two-sided, 0.05: F. Wilcoxon and R. A. Wilcox, Some Rapid Approximate Statistical Procedures, 1964, table 2, as printed in most
    // textbooks.
    [Theory]
    [InlineData(15, 25)]
    [InlineData(16, 29)]
    [InlineData(17, 34)]
    [InlineData(18, 40)]
    [InlineData(19, 46)]
    [InlineData(20, 52)]
    public void Beyond_the_last_look_the_critical_sums_match_the_published_table(int n, int critical)
    {
        SignedRankLooks.Critical(n).Should().Be(critical);
        SignedRankLooks.Crossing(n).Should().BeInRange(0.04, 0.05);
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(7, 2)]
    [InlineData(8, 3)]
    [InlineData(9, 5)]
    [InlineData(10, 8)]
    [InlineData(11, 10)]
    [InlineData(12, 13)]
    [InlineData(13, 17)]
    [InlineData(14, 21)]
    public void Several_looks_are_no_bolder_than_the_published_table_for_one(int n, int published) =>
        SignedRankLooks.Critical(n).Should().BeLessThanOrEqualTo(published);

    [Theory]
    [InlineData(6, 0, 2.0 / 64)]
    [InlineData(7, 1, 4.0 / 128)]
    public void The_first_levels_match_a_count_by_hand(int n, int critical, double crossing)
    {
        // Of 2^n signs those whose rank sum is 0 or 1, and as many of the other sign.
        SignedRankLooks.Critical(n).Should().Be(critical);
        SignedRankLooks.Crossing(n).Should().BeApproximately(crossing, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Too_few_observations_reject_nothing(int n) =>
        (SignedRankLooks.Critical(n), SignedRankLooks.Crossing(n)).Should().Be((-1, 0));

    [Fact]
    public void The_error_spent_grows_with_each_look_but_never_beyond_the_total()
    {
        SignedRankLooks.Rounds.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        SignedRankLooks.Rounds.Select(SignedRankLooks.Crossing).Should().BeInAscendingOrder();
        Enumerable.Range(0, 31).Should().OnlyContain(n => SignedRankLooks.Crossing(n) <= SignedRankLooks.Error + 1e-12);
        Enumerable.Range(SignedRankLooks.Fewest, 20)
            .Should().OnlyContain(n => SignedRankLooks.Critical(n) >= 0, "from six on there is an interval wherever the budget ends");
    }

    public static TheoryData<string> Symmetric => ["normal", "flat", "heavy-tailed"];

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void The_truth_is_rejected_at_some_look_as_often_as_was_counted(string name)
    {
        const int Cases = 20_000;
        var noise = NoiseModels.Made.Single(model => model.Name == name);
        var random = new Random(4711);
        var crossed = Enumerable.Range(0, Cases).Count(_ =>
            RejectsAtSomeLook(noise.Ratios(random, truth: 1, spread: 0.05, SignedRankLooks.Rounds[^1])));

        var exact = SignedRankLooks.Crossing(SignedRankLooks.Rounds[^1]);
        (crossed / (double)Cases).Should().BeApproximately(exact, 3 * Math.Sqrt(exact * (1 - exact) / Cases));
    }

    private static bool RejectsAtSomeLook(double[] ratios) =>
        SignedRankLooks.Rounds.Any(look => PseudoMedian.OfLogs(ratios[..look]).TryGet(out var estimate)
            && (estimate.Low > 1 || estimate.High < 1));
}
