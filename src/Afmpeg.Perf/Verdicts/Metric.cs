using System.Text.Json.Serialization;

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

    /// <summary>Bjontegaard's delta rate, in per cent.</summary>
    BdRatePercent,

    /// <summary>The module's size, in bytes.</summary>
    ModuleBytes,

    /// <summary>Throughput of N instances against N times one, a factor.</summary>
    FleetEfficiency,

    /// <summary>The largest resident set of a run, in bytes.</summary>
    PeakBytes,
}
