using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>A kind of media job. Adding one is one file and its line in <see cref="WorkloadCatalog"/>.</summary>
public interface IWorkload
{
    /// <summary>The workload's name, the first part of its case ids.</summary>
    string Name { get; }

    /// <summary>Its jobs over the media library.</summary>
    /// <param name="media">The library.</param>
    /// <returns>The jobs, the cheapest first.</returns>
    /// <exception cref="Foundation.PerfException">The library lacks something that a job reads.</exception>
    ImmutableArray<Job> Jobs(MediaCatalog media);
}
