namespace Afmpeg.Perf.Foundation;

/// <summary>Writes changes as percentages.</summary>
public static class PercentText
{
    /// <summary>A factor as a change: 1.05 is "+5.0 %".</summary>
    /// <param name="factor">The later number divided by the earlier.</param>
    /// <param name="decimals">How many decimals it has, 1 or 2.</param>
    /// <returns>The text.</returns>
    public static string Change(double factor, int decimals = 1) => ((factor - 1) * 100).ToString(decimals == 1 ? "+0.0;-0.0;0.0" : "+0.00;-0.00;0.00") + " %";

    /// <summary>A fraction: 0.05 is "5 %".</summary>
    /// <param name="fraction">The fraction.</param>
    /// <returns>The text.</returns>
    public static string Of(double fraction) => $"{fraction * 100:0.##} %";
}
