using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Wilcoxon's signed-rank test looked at more than once. After which rounds a case may stop, how much of the error of 5 % has been spent by
/// then, and which ranks are critical at each look. Exact for independent symmetric observations, whatever their distribution: a new
/// observation's magnitude takes every place among those before it equally often and its sign is a fair coin's, so that the chance of
/// having crossed a boundary by a look is counted over all signs and orders (F. Wilcoxon, Biometrics Bulletin 1, 1945; the level spent over
/// looks: K. K. G. Lan and D. L. DeMets, Biometrika 70, 1983). Beyond <see cref="MostCounted"/> observations the sum is normal.
/// </summary>
public static class SignedRankLooks
{
    /// <summary>The chance that the interval of a case misses the true ratio, whenever the case stopped.</summary>
    public const double Error = 0.05;

    /// <summary>
    /// The most observations whose sums are counted, which takes n^3 / 6 steps. More have the normal approximation: 56,520 in place of
    /// 56,522 for 501 of them, so it rejects no more than it should.
    /// </summary>
    public const int MostCounted = 500;

    // After seven rounds a boundary is at hand that costs 1/32; most cases end there, so that most of the error is spent there. An
    // O'Brien-Fleming first look of 0.0054 or less is out of reach: no seven rounds have a level below 1/64.
    private static readonly (int Rounds, double Spent)[] Looks = [(7, 1.0 / 32), (10, 0.041), (14, Error)];

    private static readonly ConcurrentDictionary<int, (long Critical, double Crossing)> Boundaries = new();

    /// <summary>The rounds after which a case may stop, ascending.</summary>
    public static IReadOnlyList<int> Rounds { get; } = [.. Looks.Select(look => look.Rounds)];

    /// <summary>Below this many observations no interval of 95 % exists: the range of five covers with probability 0.9375.</summary>
    public const int Fewest = 6;

    /// <summary>
    /// The largest rank sum of one sign that rejects after n observations; -1 if none does. If n is no look, the sampling ended there by
    /// its budget, and what is left of the error is spent; beyond the last look they are a sample of fixed size.
    /// </summary>
    public static long Critical(int n) => Boundary(n).Critical;

    /// <summary>The chance of having rejected the truth by n observations, at this look or one before it.</summary>
    public static double Crossing(int n) => Boundary(n).Crossing;

    private static (long Critical, double Crossing) Boundary(int n) =>
        Boundaries.GetOrAdd(n, count => count > MostCounted ? Normally(count) : count > Rounds[^1]
            ? Largest(RankSums.Chances(count), Error) : Sequential(count));

    // With mean n (n + 1) / 4 and variance n (n + 1) (2 n + 1) / 24, corrected for continuity (F. Wilcoxon, as above).
    private static (long Critical, double Crossing) Normally(double n)
    {
        var sum = new Normal(n * (n + 1) / 4, Math.Sqrt(n * (n + 1) * ((2 * n) + 1) / 24));
        var critical = (long)Math.Floor(sum.InverseCumulativeDistribution(Error / 2) - 0.5);
        return (critical, 2 * sum.CumulativeDistribution(critical + 0.5));
    }

    // Signs in the order of their magnitudes, as bits: each set of them with its chance of being met without having crossed before.
    private static (long Critical, double Crossing) Sequential(int n)
    {
        double[] chances = [1];
        var crossed = 0.0;
        var boundary = (Critical: -1L, Crossing: 0.0);
        for (var count = 1; count <= n; count++)
        {
            chances = WithOneMore(chances, count);
            var look = Looks.FirstOrDefault(one => one.Rounds == count);
            if (look.Rounds == 0 && count < n)
            {
                continue;
            }

            var spent = look.Rounds == 0 ? Error : look.Spent;
            boundary = Cross(chances, count, spent, crossed);
            crossed = boundary.Crossing;
        }

        return boundary;
    }

    private static double[] WithOneMore(double[] chances, int count)
    {
        var next = new double[1 << count];
        for (var signs = 0; signs < chances.Length; signs++)
        {
            var share = chances[signs] / (2 * count);
            for (var place = 0; place < count && share > 0; place++)
            {
                var below = signs & ((1 << place) - 1);
                var opened = below | ((signs >> place) << (place + 1));
                next[opened] += share;
                next[opened | (1 << place)] += share;
            }
        }

        return next;
    }

    private static (long Critical, double Crossing) Cross(double[] chances, int count, double spent, double crossedBefore)
    {
        var largest = count * (count + 1) / 2;
        var bySum = new double[largest + 1];
        for (var signs = 0; signs < chances.Length; signs++)
        {
            bySum[RankSum(signs, count)] += chances[signs];
        }

        var (critical, crossing) = Largest(bySum, spent - crossedBefore);
        for (var signs = 0; signs < chances.Length; signs++)
        {
            var sum = RankSum(signs, count);
            chances[signs] = sum <= critical || sum >= largest - critical ? 0 : chances[signs];
        }

        return (critical, crossedBefore + crossing);
    }

    private static int RankSum(int signs, int count) => Enumerable.Range(0, count)
        .Where(rank => (signs >> rank & 1) == 1).Sum(rank => rank + 1);

    // Rounding must not cost a boundary that is hit exactly.
    private static (long Critical, double Crossing) Largest(double[] bySum, double allowed)
    {
        var crossing = 0.0;
        for (var critical = 0; 2 * critical < bySum.Length; critical++)
        {
            var more = crossing + bySum[critical] + bySum[^(critical + 1)];
            if (more > allowed + 1e-12)
            {
                return (critical - 1, crossing);
            }

            crossing = more;
        }

        return ((bySum.Length / 2) - 1, crossing);
    }
}
