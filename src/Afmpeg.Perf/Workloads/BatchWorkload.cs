using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>A batch of equal transcodes, for as many instances as there are: what a queue of uploads is (spec 0008, 3.2, parallelism). Upstream's bench has it.</summary>
/// <param name="size">Jobs of the batch, 1 or more.</param>
public sealed class BatchWorkload(int size) : IWorkload
{
    /// <inheritdoc/>
    public string Name => "batch";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media)
    {
        var job = TranscodeWorkload.Upstream(Name, media, LaneCoverage.Fleet);
        return [job with { Setting = EncoderSetting.X264("ultrafast"), Subject = $"{job.Subject}-x{size}", Copies = size }];
    }
}
