using System.Collections.Immutable;

namespace Afmpeg.Perf.Lanes;

/// <summary>ffmpeg as a native process.</summary>
/// <param name="ffmpeg">The executable.</param>
/// <param name="process">What runs it.</param>
public sealed class NativeInstance(string ffmpeg, MeasuredProcess process) : IInstance
{
    /// <inheritdoc/>
    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation) =>
        process.Run(ffmpeg, arguments, folder, limit, cancellation)
            .ToReading(Phases.OfWhole, limit);
}
