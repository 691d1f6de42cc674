using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A part of a job.</summary>
/// <param name="Number">Its place among the parts, from 0.</param>
/// <param name="Name">Its name.</param>
/// <param name="Seconds">How long it takes; noise may make the difference that it is read from negative.</param>
/// <param name="Share">Of the whole, in per cent.</param>
internal sealed record SplitPart(int Number, string Name, Reading<Estimate> Seconds, Reading<Estimate> Share);
