using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>A batch of equal transcodes, for as many instances as there are: what a queue of uploads is (spec 0008, 3.2, parallelism).</summary>
/// <param name="size">Jobs of the batch, 1 or more.</param>
public sealed class BatchWorkload(int size) : IWorkload
{
    /// <inheritdoc/>
    public string Name => "batch";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
        [TranscodeWorkload.Of(Name, media.Clip("handheld-720p", Name), $"handheld-360p-x{size}", 640, 360, Breadth.Fleet) with { Copies = size }];
}
