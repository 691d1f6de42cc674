using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Tests.Rules.Statistics;

public sealed class EstimateRules
{
    private static readonly Estimate Sample = new(4.312, 4.1, 4.618, 6, 0.96875);

    [Fact]
    public void Another_scale_keeps_count_and_level()
    {
        Sample.Map(value => value * 2).Should().Be(new Estimate(8.624, 8.2, 9.236, 6, 0.96875));
    }

    [Fact]
    public void It_is_written_with_its_interval()
    {
        Sample.ToString().Should().Be("4.31 [4.10, 4.62]");
    }
}
