using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What one kind of lane does over 1, 2, 4, ... instances.</summary>
/// <param name="Name">The kind: a lane without its number of instances.</param>
/// <param name="Readings">A reading for each number, panel by panel.</param>
internal sealed record InstanceKind(string Name, ImmutableArray<ImmutableArray<InstanceReading>> Readings);
