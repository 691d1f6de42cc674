using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class EstimateRules
{
    private static readonly Estimate Sample = new(4.312, 4.1, 4.618, 6, 0.96875);

    [Fact]
    public void Another_scale_keeps_count_and_level() =>
        Sample.Map(value => value * 2).Should().Be(new Estimate(8.624, 8.2, 9.236, 6, 0.96875));

    [Fact]
    public void Widened_it_keeps_its_value_and_lies_as_many_factors_further_out()
    {
        new Estimate(4, 2, 8, 6, 0.97).Inflated(2).Should().Be(new Estimate(4, 1, 16, 6, 0.97));
        Sample.Inflated(1).Should().Be(Sample);
    }

    [Fact]
    public void It_is_written_with_its_interval() => Sample.ToString().Should().Be("4.31 [4.10, 4.62]");
}
