using System.Collections.Immutable;

namespace Afmpeg.Perf.Hosts;

/// <summary>What of the host bore on a run; kept with the run in run.json.</summary>
/// <param name="Before">What was seen when the run last began to measure.</param>
/// <param name="During">What the kernel counted from then to its end; empty while it is unfinished.</param>
public sealed record HostNoise(ImmutableArray<HostRemark> Before, ImmutableArray<HostRemark> During);
