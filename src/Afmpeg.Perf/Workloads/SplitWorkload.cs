using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>One transcode, long enough to be split over instances: what shortens the wait for a single job without threads.</summary>
public sealed class SplitWorkload : IWorkload
{
    /// <inheritdoc/>
    public string Name => "split";

    /// <inheritdoc/>
    public ImmutableArray<Job> Jobs(MediaCatalog media) =>
        [TranscodeWorkload.Of(Name, media.Clip("handheld-720p-10s", Name), "handheld-360p-10s", 640, 360, LaneCoverage.Segments) with { ShippedStandIn = "handheld-360p" }];
}
