using Afmpeg.Perf.Foundation;
using MathNet.Numerics;
using MathNet.Numerics.Interpolation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The mean difference between two rate-distortion curves over the range that both cover, on a logarithmic scale of rate (G. Bjontegaard,
/// "Calculation of average PSNR differences between RD-curves", VCEG-M33, 2001).
/// </summary>
public static class BdRate
{
    /// <summary>A cubic has four coefficients.</summary>
    public const int FewestPoints = 4;

    // Cubes of larger numbers are none; every metric of quality stays far below.
    private const double MostQuality = 1e60;

    /// <summary>
    /// How many per cent more rate the test needs for the same quality, by curves of four points or more in any order; negative if it needs
    /// less.
    /// </summary>
    public static Reading<BdDelta> RateOf(
        ImmutableArray<RatePoint> anchor, ImmutableArray<RatePoint> test, BdInterpolation interpolation = BdInterpolation.PiecewiseCubic)
    {
        var reason = WhyUnusable(anchor, "anchor") ?? WhyUnusable(test, "test") ?? WhyNotInverted(anchor, "anchor")
            ?? WhyNotInverted(test, "test");
        return reason is null
            ? Delta(Inverted(anchor), Inverted(test), interpolation, decades => (Math.Pow(10, decades) - 1) * 100)
            : Reading<BdDelta>.Unavailable(reason);
    }

    /// <summary>How many units of quality more the test has at the same rate, likewise: BD-PSNR if quality is PSNR.</summary>
    public static Reading<BdDelta> QualityOf(
        ImmutableArray<RatePoint> anchor, ImmutableArray<RatePoint> test, BdInterpolation interpolation = BdInterpolation.PiecewiseCubic)
    {
        var reason = WhyUnusable(anchor, "anchor") ?? WhyUnusable(test, "test");
        return reason is null
            ? Delta(Curve.Of(anchor), Curve.Of(test), interpolation, quality => quality)
            : Reading<BdDelta>.Unavailable(reason);
    }

    private static string? WhyUnusable(ImmutableArray<RatePoint> points, string curve)
    {
        if (points.Length < FewestPoints)
            return $"the {curve} curve has {CountText.Of(points.Length, "point")}: at least {FewestPoints} are needed";

        if (points.Any(point =>
            !double.IsFinite(point.BitsPerSecond) || point.BitsPerSecond <= 0 || !(Math.Abs(point.Quality) < MostQuality)))
            return $"the {curve} curve has a rate that is not above 0, or a number that is not finite";

        return points.DistinctBy(point => point.BitsPerSecond).Count() < points.Length
            ? $"the {curve} curve has two points at one rate"
            : null;
    }

    private static string? WhyNotInverted(ImmutableArray<RatePoint> points, string curve)
    {
        var qualities = Curve.Of(points).Y;
        return qualities.Zip(qualities.Skip(1)).All(pair => pair.First < pair.Second)
            ? null
            : $"the {curve} curve's quality does not rise with its rate, so that one quality has no one rate";
    }

    private static Curve Inverted(ImmutableArray<RatePoint> points)
    {
        var curve = Curve.Of(points);
        return new Curve(curve.Y, curve.X);
    }

    private static Reading<BdDelta> Delta(Curve anchor, Curve test, BdInterpolation interpolation, Func<double, double> scale)
    {
        var low = Math.Max(anchor.X[0], test.X[0]);
        var high = Math.Min(anchor.X[^1], test.X[^1]);
        if (low >= high)
            return Reading<BdDelta>.Unavailable("the two curves have no range in common");

        var whole = Math.Max(anchor.X[^1], test.X[^1]) - Math.Min(anchor.X[0], test.X[0]);
        var difference = test.Integral(interpolation, low, high) - anchor.Integral(interpolation, low, high);
        var value = scale(difference / (high - low));
        return double.IsFinite(value)
            ? Reading<BdDelta>.Of(new BdDelta(value, (high - low) / whole))
            : Reading<BdDelta>.Unavailable("the points are too far apart, or too close together, to be computed with");
    }

    // X rises strictly.
    private sealed record Curve(double[] X, double[] Y)
    {
        public static Curve Of(ImmutableArray<RatePoint> points)
        {
            var sorted = points.OrderBy(point => point.BitsPerSecond).ToArray();
            return new Curve([.. sorted.Select(point => Math.Log10(point.BitsPerSecond))], [.. sorted.Select(point => point.Quality)]);
        }

        public double Integral(BdInterpolation interpolation, double low, double high) => interpolation switch
        {
            BdInterpolation.Cubic => CubicIntegral(low, high),
            _ => CubicSpline.InterpolatePchipSorted(X, Y).Integrate(low, high),
        };

        // About the middle, since cubes of numbers far from 0 would cost the fit its digits.
        private double CubicIntegral(double low, double high)
        {
            var middle = (X[0] + X[^1]) / 2;
            var antiderivative = Polynomial.Fit([.. X.Select(x => x - middle)], Y, 3).Integrate();
            return antiderivative.Evaluate(high - middle) - antiderivative.Evaluate(low - middle);
        }
    }
}

/// <summary>One encode on a rate-distortion curve.</summary>
/// <param name="BitsPerSecond">The output's rate; above 0. Any unit will do that is the same on both curves.</param>
/// <param name="Quality">The output's quality, higher is better: PSNR in dB, or VMAF from 0 to 100.</param>
public sealed record RatePoint(double BitsPerSecond, double Quality);

/// <summary>The mean difference of two rate-distortion curves.</summary>
/// <param name="Value">Per cent of rate, or units of quality.</param>
/// <param name="Overlap">
/// The range both curves cover, over the range that either covers, above 0 and at most 1. Below 0.75 the difference stands for little of
/// the curves (the bound at which FAU-LMS's bjontegaard warns).
/// </param>
public sealed record BdDelta(double Value, double Overlap);

/// <summary>How a curve is drawn through rate-distortion points.</summary>
public enum BdInterpolation
{
    /// <summary>
    /// Piecewise cubic that keeps monotonic points monotonic (PCHIP: F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984), as
    /// the spreadsheets of JCT-VC (JCTVC-E137, 2011) and of JVET's common test conditions compute it.
    /// </summary>
    PiecewiseCubic,

    /// <summary>
    /// One cubic polynomial, by least squares where there are more than four points: VCEG-M33 (2001). It may swing between points.
    /// </summary>
    Cubic,
}
