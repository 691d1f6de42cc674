using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// Rounds as a plain-text plot on a logarithmic scale: one line per round, each with the interval's ends and its pseudo-median.
/// </summary>
public static class RoundPlot
{
    /// <summary>The meaning of the plot's marks.</summary>
    public const string Legend = "o a round, X an outlier; [ | ] the pseudo-median with its interval";

    /// <summary>
    /// Draws one line of the given width (1 or more) per round, from values above 0 and their estimate, null where there is none.
    /// </summary>
    public static ImmutableArray<string> Lines(IReadOnlyCollection<(double Value, bool IsOutlying)> values, Estimate? estimate, int width)
    {
        double[] ends = estimate is null ? [] : [estimate.Low, estimate.High];
        var all = values.Select(value => value.Value).Concat(ends).ToArray();
        return [.. values.Select(value => Line(value, estimate, x => Column(x, all, width), width))];
    }

    // Later marks cover earlier ones, so the round itself is always visible.
    private static string Line((double Value, bool IsOutlying) value, Estimate? estimate, Func<double, int> column, int width)
    {
        var line = new string(' ', width).ToCharArray();
        if (estimate is not null)
        {
            line[column(estimate.Low)] = '[';
            line[column(estimate.High)] = ']';
            line[column(estimate.Value)] = '|';
        }

        line[column(value.Value)] = value.IsOutlying ? 'X' : 'o';
        return new string(line);
    }

    private static int Column(double value, double[] all, int width)
    {
        var (low, high) = (Math.Log(all.Min()), Math.Log(all.Max()));
        return high > low ? (int)Math.Round((Math.Log(value) - low) / (high - low) * (width - 1)) : (width - 1) / 2;
    }
}
