namespace Afmpeg.Perf.Foundation;

/// <summary>Writes changes as percentages.</summary>
public static class PercentText
{
    /// <summary>A factor, the later number over the earlier, as a change with 1 or 2 decimals: 1.05 is "+5.0 %".</summary>
    public static string Change(double factor, int decimals = 1) =>
        ((factor - 1) * 100).ToString(decimals == 1 ? "+0.0;-0.0;0.0" : "+0.00;-0.00;0.00") + " %";

    /// <summary>A fraction: 0.05 is "5 %".</summary>
    public static string Of(double fraction) => $"{fraction * 100:0.##} %";
}
