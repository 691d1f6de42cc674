namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Counts how often something held, and averages a value.</summary>
public sealed class Tally
{
    private double sum;

    public int Count { get; private set; }
    public int Hits { get; private set; }
    public double Share => Hits / (double)Count;
    public double Mean => sum / Count;

    /// <summary>The share in per cent, with one decimal.</summary>
    public string Percent => $"{100 * Share:F1}";

    public static Tally Of<T>(IEnumerable<T> items, Func<T, bool> holds, Func<T, double> value)
    {
        var tally = new Tally();
        foreach (var item in items)
        {
            tally.Count++;
            tally.Hits += holds(item) ? 1 : 0;
            tally.sum += value(item);
        }

        return tally;
    }

    /// <summary>Tallies intervals of a value that is truly 0: how many hold it, and their mean half-width.</summary>
    public static Tally OfIntervals(IEnumerable<(double Low, double High)> intervals) =>
        Of(intervals, ends => ends.Low <= 0 && 0 <= ends.High, ends => (ends.High - ends.Low) / 2);
}
