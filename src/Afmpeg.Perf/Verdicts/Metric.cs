using System.Text.Json.Serialization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What a limit may judge. In thresholds.json the names are kebab-case: native-multiple.</summary>
public enum Metric
{
    /// <summary>time(lane) / time(native), a factor.</summary>
    NativeMultiple,

    /// <summary>Seconds of media per second of wall time, a factor.</summary>
    RealtimeFactor,

    /// <summary>Seconds of a job's execute phase: what a caller waits for once the module is compiled.</summary>
    JobSeconds,

    /// <summary>Seconds that a 60 s reel takes.</summary>
    // The naming policy would write seconds-for60s-reel.
    [JsonStringEnumMemberName("seconds-for-60s-reel")]
    SecondsFor60sReel,

    /// <summary>Output bytes against native's, a factor.</summary>
    OutputRatio,

    /// <summary>PSNR of the luma plane, in dB.</summary>
    PsnrDb,

    /// <summary>The largest resident set of a run, in bytes.</summary>
    PeakBytes,
}

/// <summary>A metric's name, its unit, and how a number of it is printed.</summary>
public static class MetricFacts
{
    /// <summary>The unit that a limit of the metric must give, as thresholds.json writes it.</summary>
    public static string UnitOf(Metric metric) => Facts(metric).Unit;

    /// <summary>The metric in a sentence, behind "the".</summary>
    public static string NameOf(Metric metric) => Facts(metric).Name;

    /// <summary>A reading's number, with its unit where the metric's name does not imply it: 4.31, 118 MiB.</summary>
    public static string Show(Metric metric, double number) => With(metric, number, Figures.Of);

    /// <summary>A reading with its interval: 4.31 [4.10, 4.62]. What is known exactly, as the size of an output is, has none.</summary>
    public static string Show(Metric metric, Estimate reading) => reading.Low == reading.High
        ? Show(metric, reading.Value)
        : $"{Show(metric, reading.Value)} [{Show(metric, reading.Low)}, {Show(metric, reading.High)}]";

    /// <summary>A limit's number as people wrote it, not rounded to what can be measured: 8, 512 MiB, 250 MB.</summary>
    public static string ShowLimit(Metric metric, double number) => UnitOf(metric) == "bytes" && number % 1e6 == 0
        ? $"{number / 1e6:0} MB"
        : With(metric, number, exact => exact.ToString("0.######"));

    /// <summary>
    /// Whether the metric is a time, so that more rounds make its reading narrower. One round tells the others, or none does.
    /// </summary>
    public static bool IsTimed(Metric metric) => metric is Metric.NativeMultiple or Metric.RealtimeFactor or Metric.JobSeconds;

    private static (string Name, string Unit) Facts(Metric metric) => metric switch
    {
        Metric.NativeMultiple => ("native multiple", "x native"),
        Metric.RealtimeFactor => ("realtime factor", "x realtime"),
        Metric.JobSeconds => ("time of the job", "seconds"),
        Metric.SecondsFor60sReel => ("time for a 60 s reel", "seconds"),
        Metric.OutputRatio => ("output's size against native's", "x"),
        Metric.PsnrDb => ("PSNR", "dB"),
        Metric.PeakBytes => ("peak memory", "bytes"),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, message: null),
    };

    private static string With(Metric metric, double number, Func<double, string> figures) => UnitOf(metric) switch
    {
        "bytes" => new ByteCount((long)Math.Round(number)).ToString(),
        "seconds" => $"{figures(number)} s",
        "dB" => $"{figures(number)} dB",
        _ => figures(number),
    };
}
