using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A reading at a number of instances.</summary>
/// <param name="Instances">How many work at once.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Title">Its case, for who points at it.</param>
internal sealed record InstanceReading(int Instances, Reading<Estimate> Reading, string Title);
