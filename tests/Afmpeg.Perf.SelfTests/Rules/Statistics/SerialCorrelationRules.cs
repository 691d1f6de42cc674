using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.SelfTests.Simulation;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class SerialCorrelationRules
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fewer_than_two_observations_are_not_widened(int count) =>
        SerialCorrelation.Chain(0.5).InflationFactor(Places(count)).Should().Be(1);

    [Fact]
    public void Two_observations_are_widened_by_the_textbook_factor()
    {
        // The mean of two varies by (1 + r) / 2, half of their squared difference by 1 - r.
        SerialCorrelation.Chain(0.5).InflationFactor([0, 1]).Should().BeApproximately(Math.Sqrt(1.5 / 0.5), 1e-12);
        new SerialCorrelation(0.4, 7).InflationFactor([3, 3]).Should().BeApproximately(Math.Sqrt(1.4 / 0.6), 1e-12);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    [InlineData(0.8)]
    public void Many_observations_of_a_chain_are_worth_as_many_as_Bayley_and_Hammersley_say(double correlation) =>
        SerialCorrelation.Chain(correlation).InflationFactor(Places(2000))
            .Should().BeApproximately(Math.Sqrt((1 + correlation) / (1 - correlation)), 0.01);

    [Fact]
    public void Observations_that_are_far_apart_or_share_nothing_are_independent()
    {
        new SerialCorrelation(0.5, 1).InflationFactor([0, 1000, 2000, 3000]).Should().BeApproximately(1, 1e-12);
        new SerialCorrelation(0, 1).InflationFactor(Places(9)).Should().BeApproximately(1, 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(14)]
    public void It_depends_on_distances_alone_and_grows_as_they_shrink(int count)
    {
        var random = new Random(count);
        for (var sample = 0; sample < 100; sample++)
        {
            double[] places = [.. Enumerable.Range(0, count).Select(_ => 100 * random.NextDouble())];
            double[] shuffled = [.. places];
            random.Shuffle(shuffled);
            var correlation = new SerialCorrelation(random.NextDouble(), 1 + (50 * random.NextDouble()));
            var inflation = correlation.InflationFactor(places);

            inflation.Should().BeGreaterThanOrEqualTo(1);
            correlation.InflationFactor(shuffled).Should().BeApproximately(inflation, 1e-9);
            correlation.InflationFactor([.. places.Select(place => -place + 1e6)]).Should().BeApproximately(inflation, 1e-6);
            (correlation with { Scale = 2 * correlation.Scale }).InflationFactor([.. places.Select(place => 2 * place)])
                .Should().BeApproximately(inflation, 1e-9);
            correlation.InflationFactor([.. places.Select(place => place / 2)]).Should().BeGreaterThanOrEqualTo(inflation);
        }
    }

    [Fact]
    public void The_widened_interval_is_as_wide_as_the_scatter_of_a_chains_mean()
    {
        const int Samples = 20_000;
        const double Correlation = 0.4;
        var random = new Random(4711);
        var (ofMeans, within) = (0.0, 0.0);
        for (var sample = 0; sample < Samples; sample++)
        {
            var chain = Draw.Chain(random, Correlation);
            double[] values = [.. Enumerable.Range(0, 7).Select(_ => chain())];
            var mean = values.Average();
            ofMeans += mean * mean;
            within += values.Sum(value => (value - mean) * (value - mean)) / 6 / 7;
        }

        Math.Sqrt(ofMeans / within).Should().BeApproximately(SerialCorrelation.Chain(Correlation).InflationFactor(Places(7)), 0.03);
    }

    private static double[] Places(int count) => [.. Enumerable.Range(0, count).Select(place => (double)place)];
}
