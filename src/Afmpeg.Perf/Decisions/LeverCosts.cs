using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a lever costs, beside what people rate: read on the reference transcode, or the batch or job that it is about.</summary>
/// <param name="DownloadBytes">Bytes of the module's download more than today's, with brotli; below 0 where it is smaller.</param>
/// <param name="PeakBytes">Bytes of memory more than today's: the largest resident set of all instances together.</param>
/// <param name="BdRatePercent">How many per cent more bits the same quality takes (PCHIP); 0 where the pictures are the same.</param>
/// <param name="ColdStartSeconds">Seconds more until the guest's first instruction of a first run.</param>
public sealed record LeverCosts(Reading<double> DownloadBytes, Reading<double> PeakBytes, Reading<double> BdRatePercent, Reading<double> ColdStartSeconds);
