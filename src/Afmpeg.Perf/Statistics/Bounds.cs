namespace Afmpeg.Perf.Statistics;

/// <summary>Where a number surely is.</summary>
/// <param name="Low">Its least value.</param>
/// <param name="High">Its greatest; at least <paramref name="Low"/>.</param>
public sealed record Bounds(double Low, double High)
{
    /// <summary>A number that has no error, such as a file's size.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Bounds without width.</returns>
    public static Bounds Exact(double value) => new(value, value);

    /// <summary>The interval of a measured number.</summary>
    /// <param name="estimate">The number.</param>
    /// <returns>Its interval.</returns>
    public static Bounds Of(Estimate estimate) => new(estimate.Low, estimate.High);
}
