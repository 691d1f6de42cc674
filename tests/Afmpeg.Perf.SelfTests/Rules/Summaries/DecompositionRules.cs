using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class DecompositionRules
{
    [Fact]
    public void The_factors_of_an_exact_product_are_unchanged()
    {
        var parts = Decomposition.Of(Value(4.32), Value(1.2), Value(1.8), Value(2));

        parts.Threads.Should().BeApproximately(1.2, 1e-12);
        parts.Assembly.Should().BeApproximately(1.8, 1e-12);
        parts.Sandbox.Should().BeApproximately(2, 1e-12);
    }

    [Fact]
    public void The_remainder_of_the_medians_is_spread_evenly()
    {
        var parts = Decomposition.Of(Value(4.4), Value(1.2), Value(1.8), Value(2));

        parts.Product.Should().BeApproximately(4.4, 1e-12, "a reader multiplies the factors and must find the multiple");
        (parts.Threads / 1.2).Should().BeApproximately(parts.Sandbox / 2, 1e-12);
        (parts.Assembly / 1.8).Should().BeApproximately(parts.Sandbox / 2, 1e-12);
    }

    private static Estimate Value(double value) => new(value, value, value, 6, 0.96875);
}
