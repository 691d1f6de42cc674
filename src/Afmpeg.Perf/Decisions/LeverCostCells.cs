using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Decisions;

/// <summary>The measured costs of a change as cells.</summary>
internal static class LeverCostCells
{
    /// <summary>A column per cost.</summary>
    public static ImmutableArray<AxisColumn> Columns { get; } =
    [
        new("downloadBytes", "download", "bytes", "By how many bytes the module's download grows, with brotli."),
        new("peakBytes", "memory", "MiB", "By how much memory grows, of all instances together."),
        new("bdRate", "BD-rate", "%", "How many more bits the same PSNR-Y takes; 0 where the pictures are the same."),
        new("coldStart", "cold start", "s", "By how much the time to the guest's first instruction grows."),
    ];

    /// <summary>A cell per cost.</summary>
    public static ImmutableArray<AxisCell> Of(LeverCosts costs) =>
    [
        AxisText.Plain(costs.DownloadBytes, bytes => bytes == 0 ? "0" : $"{(bytes < 0 ? "-" : "+")}{new ByteCount((long)Math.Abs(bytes))}"),
        AxisText.Plain(costs.PeakBytes.Select(bytes => bytes / (1024 * 1024)), Signed),
        AxisText.Plain(costs.BdRatePercent, Signed),
        AxisText.Plain(costs.ColdStartSeconds, Signed),
    ];

    /// <summary>Each cost with its name and unit.</summary>
    public static ImmutableArray<(string What, string Value)> InWords(LeverCosts costs) =>
        [.. Columns.Zip(Of(costs))
            .Select(cell => (cell.First.Header, cell.First.Unit == "bytes" || cell.Second.Number?.Reason is not null
                ? cell.Second.Text
                : $"{cell.Second.Text} {cell.First.Unit}"))];

    private static string Signed(double number) => number > 0 ? $"+{Figures.Of(number)}" : Figures.Of(number);
}
