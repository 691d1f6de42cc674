using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>A batch of equal transcodes, for as many instances as there are: what a queue of uploads is (spec 0008, 3.2, parallelism). Upstream's bench has the first.</summary>
/// <param name="size">Jobs of the batch, 1 or more.</param>
public sealed class BatchWorkload(int size) : IWorkload
{
    /// <inheritdoc/>
    public string Name => "batch";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
    [
        Batch(TranscodeWorkload.Upstream(Name, media, Breadth.ShippedFleet)) with { Setting = EncoderSetting.X264("ultrafast") },
        Batch(TranscodeWorkload.Of(Name, media.Clip("handheld-720p", Name), "handheld-360p", 640, 360, Breadth.Fleet)),
    ];

    private Job Batch(Job job) => job with { Subject = $"{job.Subject}-x{size}", Copies = size };
}
