using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>Every workload that the suite measures.</summary>
public static class WorkloadCatalog
{
    /// <summary>The workloads, in the order in which reports show them.</summary>
    public static ImmutableArray<IWorkload> All { get; } = [new TranscodeWorkload()];

    /// <summary>Every job of every workload.</summary>
    /// <param name="media">The media library.</param>
    /// <returns>The jobs.</returns>
    /// <exception cref="Foundation.PerfException">The library lacks something that a job reads.</exception>
    public static ImmutableArray<Job> Jobs(MediaCatalog media) => [.. All.SelectMany(workload => workload.Jobs(media))];
}
