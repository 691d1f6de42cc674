namespace Afmpeg.Perf.Workloads;

/// <summary>Every workload that the suite measures.</summary>
public static class WorkloadCatalog
{
    /// <summary>
    /// The workloads, in the order in which reports show them. A new one is a class with its jobs, the cheapest first, and a line here.
    /// </summary>
    /// <param name="cores">Cores of this machine: a batch has a job for each of twice as many instances.</param>
    public static ImmutableArray<Workload> All(int cores) =>
    [
        new(TranscodeWorkload.Name, TranscodeWorkload.Jobs),
        new(ReelWorkload.Name, ReelWorkload.Jobs),
        new(ThumbnailWorkload.Name, ThumbnailWorkload.Jobs),
        new("scale", media => [PartsWorkload.Scale(media.Clip(PartsWorkload.Reference, "scale"))]),
        new("decode", media => [PartsWorkload.Decode(media.Clip(PartsWorkload.Reference, "decode"))]),
        new("remux", PartsWorkload.Remuxes),
        new("probe", media => [PartsWorkload.Probe(media.Clip(PartsWorkload.Reference, "probe"))]),
        new("batch", media => [Batch(media, 2 * cores)]),
        new("split", media => [Split(media.Clip("handheld-720p-10s", "split"))]),
    ];

    /// <summary>Every job of every workload.</summary>
    /// <exception cref="Foundation.PerfException">The library lacks something that a job reads.</exception>
    public static ImmutableArray<Job> Jobs(MediaCatalog media, int cores) => [.. All(cores).SelectMany(workload => workload.Jobs(media))];

    // Equal transcodes, for as many instances as there are: what a queue of uploads is (spec 0008, 3.2, parallelism). Upstream's bench has
    // it.
    private static Job Batch(MediaCatalog media, int size)
    {
        var job = TranscodeWorkload.Upstream("batch", media, LaneCoverage.Fleet);
        return job with { Setting = EncoderSetting.X264("ultrafast"), Subject = $"{job.Subject}-x{size}", Copies = size };
    }

    // One transcode, long enough to be split over instances: what shortens the wait for a single job without threads.
    private static Job Split(Clip clip) =>
        TranscodeWorkload.Create("split", clip, "handheld-360p-10s", 640, 360, LaneCoverage.Segments) with
        {
            ShippedStandIn = "handheld-360p",
        };
}

/// <summary>A kind of media job.</summary>
/// <param name="Name">The first part of its case ids.</param>
/// <param name="Jobs">Its jobs over the media library; a library that lacks something that a job reads is a PerfException.</param>
public sealed record Workload(string Name, Func<MediaCatalog, ImmutableArray<Job>> Jobs);
