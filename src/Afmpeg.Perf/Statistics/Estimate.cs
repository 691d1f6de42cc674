namespace Afmpeg.Perf.Statistics;

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Low">The interval's lower end; at most <paramref name="Value"/>.</param>
/// <param name="High">The interval's upper end; at least <paramref name="Value"/>.</param>
/// <param name="Count">How many observations it rests on.</param>
/// <param name="Level">The interval's coverage where observations have nothing in common, such as 0.969 for six of them.</param>
public sealed record Estimate(double Value, double Low, double High, int Count, double Level)
{
    /// <summary>The same estimate on another scale.</summary>
    /// <param name="map">A monotonically increasing function, such as <see cref="Math.Exp"/>.</param>
    /// <returns>The estimate on that scale.</returns>
    public Estimate Map(Func<double, double> map) => this with { Value = map(Value), Low = map(Low), High = map(High) };

    /// <summary>The same estimate of a ratio, a time or a rate, less sure of.</summary>
    /// <param name="factor">How many times as wide its interval is on the scale of logarithms, 1 or more.</param>
    /// <returns>The estimate, of the same level.</returns>
    public Estimate Inflated(double factor) => this with { Low = Low * Math.Pow(Low / Value, factor - 1), High = High * Math.Pow(High / Value, factor - 1) };

    /// <summary>Value and interval: "4.31 [4.10, 4.62]".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Figures.Of(Value)} [{Figures.Of(Low)}, {Figures.Of(High)}]";
}
