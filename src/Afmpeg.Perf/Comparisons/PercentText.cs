namespace Afmpeg.Perf.Comparisons;

/// <summary>Writes changes as percentages.</summary>
internal static class PercentText
{
    /// <summary>A factor as a change: 1.05 is "+5.0 %".</summary>
    /// <param name="factor">The later number divided by the earlier.</param>
    /// <returns>The text.</returns>
    public static string Change(double factor) => $"{(factor - 1) * 100:+0.0;-0.0;0.0} %";

    /// <summary>A fraction: 0.05 is "5 %".</summary>
    /// <param name="fraction">The fraction.</param>
    /// <returns>The text.</returns>
    public static string Of(double fraction) => $"{fraction * 100:0.##} %";
}
