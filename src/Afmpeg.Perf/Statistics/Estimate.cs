namespace Afmpeg.Perf.Statistics;

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Low">The interval's lower end; at most <paramref name="Value"/>.</param>
/// <param name="High">The interval's upper end; at least <paramref name="Value"/>.</param>
/// <param name="Count">How many observations it rests on.</param>
/// <param name="Level">The interval's coverage where observations have nothing in common, such as 0.969 for six of them.</param>
public sealed record Estimate(double Value, double Low, double High, int Count, double Level)
{
    /// <summary>The estimate on another scale, by a monotonically increasing function such as <see cref="Math.Exp"/>.</summary>
    public Estimate Map(Func<double, double> map) => this with { Value = map(Value), Low = map(Low), High = map(High) };

    /// <summary>
    /// A ratio, a time or a rate with an interval so many times as wide on the scale of logarithms, 1 or more, at the same level.
    /// </summary>
    public Estimate Inflated(double factor) =>
        this with { Low = Low * Math.Pow(Low / Value, factor - 1), High = High * Math.Pow(High / Value, factor - 1) };

    /// <summary>Value and interval: "4.31 [4.10, 4.62]".</summary>
    public override string ToString() => $"{Figures.Of(Value)} [{Figures.Of(Low)}, {Figures.Of(High)}]";
}

/// <summary>Where a number surely is: from its least value to its greatest.</summary>
public sealed record Bounds(double Low, double High)
{
    /// <summary>Bounds without width, for a number that has no error, such as a file's size.</summary>
    public static Bounds Exact(double value) => new(value, value);

    /// <summary>The interval of a measured number.</summary>
    public static Bounds Of(Estimate estimate) => new(estimate.Low, estimate.High);
}
