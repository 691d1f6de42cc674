using MathNet.Numerics;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The upper tail of Student's distribution (W. S. Gosset, Biometrika 6, 1908). MathNet gives 1 - CDF, which is 0 for a chance below 1e-16,
/// and looks for quantiles up to 800 only. Two observations exceed that at a chance of 0.0004.
/// </summary>
public static class Student
{
    /// <summary>
    /// The chance of a value above t, by the regularized incomplete beta function (NIST Digital Library of Mathematical Functions, 8.17).
    /// </summary>
    public static double ChanceAbove(double degrees, double t)
    {
        if (double.IsNaN(t))
        {
            return double.NaN;
        }

        var chance = SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (t * t))) / 2;
        return t < 0 ? 1 - chance : chance;
    }

    /// <summary>The value that is exceeded with a chance, 1e-100 or more and below 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chance is out of that range.</exception>
    public static double Quantile(double degrees, double chance)
    {
        if (chance is not (>= 1e-100 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(chance), chance, "expected 1e-100 or more and below 0.5");
        }

        var high = 1.0;
        while (ChanceAbove(degrees, high) > chance)
        {
            high *= 2;
        }

        // Halved until no number lies between.
        var low = high > 1 ? high / 2 : 0;
        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = ChanceAbove(degrees, middle) > chance ? (middle, high) : (low, middle);
        }

        return high;
    }
}
