using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A reading at a number of instances.</summary>
/// <param name="Instances">How many work at once.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Title">Its case, for who points at it.</param>
internal sealed record InstanceReading(int Instances, Reading<Estimate> Reading, string Title);

/// <summary>What one kind of lane does over 1, 2, 4, ... instances.</summary>
/// <param name="Name">The kind: a lane without its number of instances.</param>
/// <param name="Readings">A reading for each number, panel by panel.</param>
internal sealed record InstanceKind(string Name, ImmutableArray<ImmutableArray<InstanceReading>> Readings);
