using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>Every workload that the suite measures.</summary>
public static class WorkloadCatalog
{
    /// <summary>The workloads, in the order in which reports show them.</summary>
    public static ImmutableArray<IWorkload> All { get; } = [new TranscodeWorkload()];

    /// <summary>Every job of every workload.</summary>
    /// <param name="clips">The media library's clips, by id.</param>
    /// <returns>The jobs.</returns>
    public static ImmutableArray<Job> Jobs(IReadOnlyDictionary<string, Clip> clips) => [.. All.SelectMany(workload => workload.Jobs(clips))];
}
