using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>A job on a lane: workload x encoder x effort x lane.</summary>
/// <param name="Job">The job.</param>
/// <param name="Lane">The lane.</param>
public sealed record BenchmarkCase(Job Job, Lane Lane)
{
    /// <summary>workload/subject/encoder-effort/lane: the key of test rows, filters and limits.</summary>
    public string Id => $"{Job.Id}/{Lane.Name}";

    /// <summary>The same job on the lane that its multiple divides by.</summary>
    public BenchmarkCase Native => this with { Lane = Lane.Native };

    /// <inheritdoc/>
    public override string ToString() => Id;
}
