using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

internal static class Estimates
{
    /// <summary>The value of a reading that must have one.</summary>
    public static T Known<T>(this Reading<T> reading) => reading.TryGet(out var value)
        ? value
        : throw new InvalidOperationException(reading.Reason);

    /// <summary>Compares estimates but for the last digits of their numbers.</summary>
    public static void ShouldEqual(this Estimate actual, Estimate expected)
    {
        actual.Value.Should().BeApproximately(expected.Value, 1e-9);
        actual.Low.Should().BeApproximately(expected.Low, 1e-9);
        actual.High.Should().BeApproximately(expected.High, 1e-9);
        (actual.Count, actual.Level).Should().Be((expected.Count, expected.Level));
    }
}
