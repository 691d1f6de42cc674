using System.Collections.Immutable;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>What there is for levers to work with.</summary>
/// <param name="Jobs">The jobs that are measured, each once.</param>
/// <param name="Cores">Cores of the machine: what is spread has an instance for each.</param>
public sealed record LeverScope(ImmutableArray<Job> Jobs, int Cores);
