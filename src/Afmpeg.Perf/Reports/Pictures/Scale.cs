namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// Places numbers along an axis: Low at From, High at To, in user units. On a logarithmic scale, where Low is above 0, equal factors have
/// equal lengths.
/// </summary>
internal sealed record Scale(double Low, double High, double From, double To, bool IsLogarithmic = false)
{
    // Numbers of two ticks need so much room, in user units.
    private const double LeastDistance = 55;
    private const double UsualDistance = 100;

    // From coarse to fine; the first that gives enough ticks is taken.
    private static readonly ImmutableArray<ImmutableArray<double>> Ladders = [[1], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];

    /// <summary>A logarithmic scale that holds these numbers, and a bit more on either side.</summary>
    public static Scale Across(double[] numbers, double from = Canvas.Margin, double to = Canvas.Width - Canvas.Margin) =>
        new(numbers.Min() / 1.12, numbers.Max() * 1.12, from, to, IsLogarithmic: true);

    /// <summary>Where a number lies, in user units.</summary>
    public double At(double number) =>
        From + ((To - From) * (IsLogarithmic ? Math.Log(number / Low) / Math.Log(High / Low) : (number - Low) / (High - Low)));

    /// <summary>Round numbers along the axis, ascending.</summary>
    public ImmutableArray<double> Ticks()
    {
        foreach (var ladder in IsLogarithmic ? Ladders : [])
        {
            if (Steps(ladder) is var ticks && ticks.Length >= Math.Floor((To - From) / UsualDistance))
            {
                return ticks;
            }
        }

        var least = (High - Low) * LeastDistance / Math.Abs(To - From);
        var decade = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = decade * ((double[])[1, 2, 5]).FirstOrDefault(factor => factor * decade >= least, 10);
        var first = Math.Ceiling(Low / step);
        return [.. Enumerable.Range(0, (int)(Math.Floor(High / step) - first) + 1).Select(index => Math.Round((first + index) * step, 12))];
    }

    private ImmutableArray<double> Steps(ImmutableArray<double> ladder)
    {
        var first = (int)Math.Floor(Math.Log10(Low));
        return
        [
            .. Enumerable.Range(first, (int)Math.Ceiling(Math.Log10(High)) - first + 1)
                .SelectMany(decade => ladder.Select(step => Math.Round(step * Math.Pow(10, decade), 12)))
                .Where(tick => tick >= Low && tick <= High),
        ];
    }
}
