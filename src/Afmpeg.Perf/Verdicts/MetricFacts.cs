using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What is to be known of a metric besides its readings: its name, its unit, and how a number of it is printed.</summary>
public static class MetricFacts
{
    /// <summary>The unit that a limit of the metric must give.</summary>
    /// <param name="metric">The metric.</param>
    /// <returns>The unit, as thresholds.json writes it.</returns>
    public static string UnitOf(Metric metric) => metric switch
    {
        Metric.NativeMultiple => "x native",
        Metric.RealtimeFactor => "x realtime",
        Metric.JobSeconds or Metric.SecondsFor60sReel => "seconds",
        Metric.PsnrDb => "dB",
        Metric.BdRatePercent => "%",
        Metric.ModuleBytes or Metric.PeakBytes => "bytes",
        Metric.OutputRatio or Metric.FleetEfficiency => "x",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, message: null),
    };

    /// <summary>The metric in a sentence, behind "the".</summary>
    /// <param name="metric">The metric.</param>
    /// <returns>Such as: native multiple.</returns>
    public static string NameOf(Metric metric) => metric switch
    {
        Metric.NativeMultiple => "native multiple",
        Metric.RealtimeFactor => "realtime factor",
        Metric.JobSeconds => "time of the job",
        Metric.SecondsFor60sReel => "time for a 60 s reel",
        Metric.OutputRatio => "output's size against native's",
        Metric.PsnrDb => "PSNR",
        Metric.BdRatePercent => "BD-rate",
        Metric.ModuleBytes => "module's size",
        Metric.FleetEfficiency => "fleet efficiency",
        Metric.PeakBytes => "peak memory",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, message: null),
    };

    /// <summary>A reading's number, with its unit where the metric's name does not imply it.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="number">The number, in the metric's unit.</param>
    /// <returns>Such as: 4.31, 118 MiB.</returns>
    public static string Show(Metric metric, double number) => With(metric, number, Figures.Of);

    /// <summary>A reading with its interval; what is known exactly, as the size of an output is, has none.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="reading">The reading.</param>
    /// <returns>Such as: 4.31 [4.10, 4.62]; 118 MiB.</returns>
    public static string Show(Metric metric, Estimate reading) => reading.Low == reading.High
        ? Show(metric, reading.Value)
        : $"{Show(metric, reading.Value)} [{Show(metric, reading.Low)}, {Show(metric, reading.High)}]";

    /// <summary>A limit's number: as people wrote it, not rounded to what can be measured.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="number">The number, in the metric's unit.</param>
    /// <returns>Such as: 8, 512 MiB.</returns>
    public static string ShowLimit(Metric metric, double number) => With(metric, number, exact => exact.ToString("0.######"));

    /// <summary>Whether more rounds make a reading of the metric narrower, so that it is worth waiting for.</summary>
    /// <param name="metric">The metric.</param>
    /// <returns>True for times; false for what one round tells, and for what no round does.</returns>
    public static bool IsTimed(Metric metric) => metric is Metric.NativeMultiple or Metric.RealtimeFactor or Metric.JobSeconds;

    private static string With(Metric metric, double number, Func<double, string> figures) => UnitOf(metric) switch
    {
        "bytes" => new ByteCount((long)Math.Round(number)).ToString(),
        "seconds" => $"{figures(number)} s",
        "dB" => $"{figures(number)} dB",
        "%" => $"{figures(number)} %",
        _ => figures(number),
    };
}
