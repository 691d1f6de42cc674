using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>Rounds as a plot of plain text, a line a round, on a scale of logarithms: the ends of the interval and its pseudo-median stand in every line.</summary>
public static class RoundPlot
{
    /// <summary>What the plot's marks mean.</summary>
    public const string Legend = "o a round, X an outlier; [ | ] the pseudo-median with its interval";

    /// <summary>Draws the plot.</summary>
    /// <param name="values">Each round's value, above 0, and whether it is an outlier.</param>
    /// <param name="estimate">What they say together; null where that is nothing.</param>
    /// <param name="width">Columns, 1 or more.</param>
    /// <returns>A line a value, each as wide as <paramref name="width"/>.</returns>
    public static ImmutableArray<string> Lines(IReadOnlyCollection<(double Value, bool IsOutlying)> values, Estimate? estimate, int width)
    {
        double[] ends = estimate is null ? [] : [estimate.Low, estimate.High];
        var all = values.Select(value => value.Value).Concat(ends).ToArray();
        return [.. values.Select(value => Line(value, estimate, x => Column(x, all, width), width))];
    }

    // Later marks cover earlier ones: the round itself is always to be seen.
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
