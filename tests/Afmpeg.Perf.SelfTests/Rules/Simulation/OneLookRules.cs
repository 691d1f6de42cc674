using Afmpeg.Perf.SelfTests.Simulation;

namespace Afmpeg.Perf.SelfTests.Rules.Simulation;

/// <summary>The intervals that the suite's own are compared with are those of textbooks.</summary>
public sealed class OneLookRules
{
    // F. Wilcoxon and R. A. Wilcox, 1964, table 2: two-sided.
    [Theory]
    [InlineData(5, 0.05, -1)]
    [InlineData(6, 0.05, 0)]
    [InlineData(7, 0.05, 2)]
    [InlineData(8, 0.05, 3)]
    [InlineData(9, 0.05, 5)]
    [InlineData(10, 0.05, 8)]
    [InlineData(20, 0.05, 52)]
    [InlineData(7, 0.01, -1)]
    [InlineData(8, 0.01, 0)]
    [InlineData(16, 0.01, 19)]
    [InlineData(20, 0.01, 37)]
    public void Critical_sums_match_the_published_table(int n, double error, int critical) =>
        OneLook.Critical(n, error).Should().Be(critical);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Too_few_observations_support_no_interval(int count) =>
        OneLook.SignedRank([.. Enumerable.Range(0, count).Select(number => (double)number)]).Reason.Should().NotBeNull();

    [Fact]
    public void The_interval_of_eight_observations_at_99_percent_is_their_whole_range()
    {
        OneLook.SignedRank([8, 1, 2, 3, 4, 5, 6, 7], 0.01).TryGet(out var ends).Should().BeTrue();

        ends.Should().Be((1, 8));
    }

    [Fact]
    public void Five_looks_at_a_fifth_of_the_error_each_miss_the_truth_in_at_most_5_percent()
    {
        const int Samples = 2000;
        var random = new Random(4711);
        var missed = Enumerable.Range(0, Samples).Count(_ =>
        {
            double[] logs = [.. NoiseModels.Normal.Ratios(random, 1, 0.05, 40).Select(ratio => Math.Log(ratio))];
            return Enumerable.Range(1, 5)
                .Any(look => OneLook.SignedRank(logs[..(8 * look)], 0.01).TryGet(out var ends) && (ends.Low > 0 || ends.High < 0));
        });

        (missed / (double)Samples).Should().BeInRange(0.015, 0.05);
    }
}
