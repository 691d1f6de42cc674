using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>Every workload that the suite measures.</summary>
public static class WorkloadCatalog
{
    /// <summary>The workloads, in the order in which reports show them.</summary>
    /// <param name="cores">Cores of this machine: a batch has a job for each of twice as many instances.</param>
    /// <returns>The workloads.</returns>
    public static ImmutableArray<IWorkload> All(int cores) =>
    [
        new TranscodeWorkload(),
        new ReelWorkload(),
        new ThumbnailWorkload(),
        PartsWorkload.Scale,
        PartsWorkload.Decode,
        PartsWorkload.Remux,
        PartsWorkload.Probe,
        new BatchWorkload(2 * cores),
        new SplitWorkload(),
    ];

    /// <summary>Every job of every workload.</summary>
    /// <param name="media">The media library.</param>
    /// <param name="cores">Cores of this machine.</param>
    /// <returns>The jobs.</returns>
    /// <exception cref="Foundation.PerfException">The library lacks something that a job reads.</exception>
    public static ImmutableArray<Job> Jobs(MediaCatalog media, int cores) => [.. All(cores).SelectMany(workload => workload.Jobs(media))];
}
