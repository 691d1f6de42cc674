using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>ffmpeg as a native process.</summary>
/// <param name="lane">native, native-1t or native-portable.</param>
/// <param name="ffmpeg">The executable.</param>
/// <param name="threads">How many threads it may use.</param>
/// <param name="process">What runs it.</param>
public sealed class NativeLane(Lane lane, string ffmpeg, ThreadMode threads, MeasuredProcess process) : ILaneRunner
{
    /// <inheritdoc/>
    public Lane Lane => lane;

    /// <inheritdoc/>
    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation) =>
        process.Run(ffmpeg, job.Arguments(threads), folder, limit, cancellation)
            .ToReading(usage => Phases.None with { Execute = usage.Wall }, limit);
}
