using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

public sealed class MetricFactsRules
{
    [Theory]
    [InlineData(Metric.PeakBytes, 250_000_000, "250 MB")]
    [InlineData(Metric.PeakBytes, 536_870_912, "512 MiB")]
    [InlineData(Metric.NativeMultiple, 38.4, "38.4")]
    [InlineData(Metric.JobSeconds, 10, "10 s")]
    public void A_limit_is_shown_as_its_source_writes_it(Metric metric, double number, string expected) =>
        MetricFacts.ShowLimit(metric, number).Should().Be(expected);
}
