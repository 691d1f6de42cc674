using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a change costs, beside what people rate: read on the reference transcode where it bears on that, else on the first case that it
/// changes.
/// </summary>
/// <param name="DownloadBytes">By how many bytes the module's download grows, with brotli; below 0 where it shrinks.</param>
/// <param name="PeakBytes">By how many bytes memory grows: the largest resident set, of all instances together.</param>
/// <param name="BdRatePercent">How many per cent more bits the same quality takes (PCHIP); 0 where the pictures are the same.</param>
/// <param name="ColdStartSeconds">By how many seconds the time to the guest's first instruction grows in a first run.</param>
public sealed record LeverCosts(Reading<double> DownloadBytes, Reading<double> PeakBytes, Reading<double> BdRatePercent, Reading<double> ColdStartSeconds);
