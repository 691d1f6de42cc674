namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Counts how often something held, and what it came to on average.</summary>
public sealed class Tally
{
    private double sum;

    public int Count { get; private set; }

    public int Hits { get; private set; }

    public double Share => Hits / (double)Count;

    public double Mean => sum / Count;

    /// <summary>In per cent, with one decimal.</summary>
    public string Percent => $"{100 * Share:F1}";

    public void Add(bool holds, double value = 0)
    {
        Count++;
        Hits += holds ? 1 : 0;
        sum += value;
    }
}
