using Afmpeg.Perf.Foundation;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The median with the exact, distribution-free interval between two order statistics (H. A. David and H. N. Nagaraja, Order Statistics,
/// 3rd ed., section 7.1): it covers the true median with probability 1 - 2 P(Binomial(n, 1/2) &lt; k).
/// </summary>
public static class MedianInterval
{
    /// <summary>Below this many observations no such interval reaches 95 %: 1 - 2 * (1/2)^5 is 0.9375.</summary>
    public const int FewestFor95Percent = 6;

    private const int RescaledBy = 512;

    private static readonly double Rescaled = Math.ScaleB(1, RescaledBy);

    /// <summary>
    /// The median and its interval at no less than the wanted level, above 0 and below 1, or why n observations cannot support it.
    /// </summary>
    public static Reading<Estimate> Of(IReadOnlyCollection<double> observations, double level = 0.95)
    {
        if (observations.Any(observation => !double.IsFinite(observation)))
        {
            return Reading<Estimate>.Unavailable("an observation is not a finite number");
        }

        var sorted = observations.Order().ToArray();
        var rank = LargestRank(sorted.Length, level, out var coverage);
        return rank == 0
            ? Reading<Estimate>.Unavailable(
                $"{CountText.Of(sorted.Length, "round", "support")} no {level:P0} interval: at least {FewestFor(level)} are needed")
            : Reading<Estimate>.Of(new Estimate(sorted.Median(), sorted[rank - 1], sorted[^rank], sorted.Length, coverage));
    }

    /// <summary>The fewest observations whose range is an interval of a level: 1 - 2^(1-n) is at least the level.</summary>
    public static int FewestFor(double level) => (int)Math.Ceiling(1 - Math.Log2(1 - level));

    // The k for which the interval [x(k), x(n+1-k)] is the narrowest that still covers the level; 0 when even [x(1), x(n)] does not.
    private static int LargestRank(int n, double level, out double coverage)
    {
        coverage = 0;
        var rank = 0;
        var tail = 0.0;
        // C(n, k - 1), in units of 2^exponent: from n = 1075 on, 2^-n itself is too small for a double.
        var (combinations, exponent) = (1.0, 0);
        for (var k = 1; k <= n / 2; k++)
        {
            tail += Math.ScaleB(combinations, exponent - n);
            if (1 - (2 * tail) < level)
            {
                break;
            }

            rank = k;
            coverage = 1 - (2 * tail);
            combinations = combinations * (n - k + 1) / k;
            if (combinations > Rescaled)
            {
                (combinations, exponent) = (Math.ScaleB(combinations, -RescaledBy), exponent + RescaledBy);
            }
        }

        return rank;
    }
}
