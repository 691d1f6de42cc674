using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Where the ticks of an axis lie: at numbers that people write without thinking.</summary>
internal static class Ticks
{
    private const int Fewest = 4;
    private const int Most = 9;

    // From coarse to fine; the first of them with enough ticks is taken.
    private static readonly ImmutableArray<ImmutableArray<double>> Ladders = [[1], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];

    /// <summary>The ticks of a logarithmic axis: 1, 2, 5, 10, ...</summary>
    /// <param name="low">Its lower end, above 0.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <returns>The ticks, ascending.</returns>
    public static ImmutableArray<double> Logarithmic(double low, double high) =>
        Ladders.Select(ladder => Between(ladder, low, high)).FirstOrDefault(ticks => ticks.Length >= Fewest) is { IsDefault: false } found ? found : Linear(low, high);

    /// <summary>The numbers 1, 2 and 5 times a power of ten.</summary>
    /// <param name="low">The least of them, above 0.</param>
    /// <param name="high">The largest.</param>
    /// <returns>Those between, ascending; perhaps none.</returns>
    public static ImmutableArray<double> OneTwoFive(double low, double high) => Between(Ladders[1], low, high);

    /// <summary>The ticks of a linear axis: multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end, above the lower.</param>
    /// <returns>The ticks, ascending.</returns>
    public static ImmutableArray<double> Linear(double low, double high)
    {
        var step = Step(high - low);
        var first = (long)Math.Ceiling(low / step);
        var last = (long)Math.Floor(high / step);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => Math.Round((first + index) * step, 12))];
    }

    /// <summary>How far apart they are on a linear axis.</summary>
    /// <param name="span">The axis' length, above 0.</param>
    /// <returns>1, 2 or 5 times a power of ten.</returns>
    public static double Step(double span)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(span / Most)));
        return ((double[])[1, 2, 5, 10]).Select(factor => factor * decade).First(step => span / step <= Most);
    }

    private static ImmutableArray<double> Between(ImmutableArray<double> ladder, double low, double high)
    {
        var decades = Enumerable.Range((int)Math.Floor(Math.Log10(low)), (int)(Math.Ceiling(Math.Log10(high)) - Math.Floor(Math.Log10(low))) + 1);
        return [.. decades.SelectMany(decade => ladder.Select(step => Math.Round(step * Math.Pow(10, decade), 12))).Where(tick => tick >= low && tick <= high)];
    }
}
