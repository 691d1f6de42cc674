using System.Collections.Immutable;

namespace Afmpeg.Perf.Lanes;

/// <summary>Runs one ffmpeg command in a process of its own.</summary>
public interface IInstance
{
    /// <summary>Runs it once. Several threads may do so at the same time. A command that fails is a reading with its reason, not an exception.</summary>
    /// <param name="arguments">ffmpeg's arguments.</param>
    /// <param name="folder">The work folder.</param>
    /// <param name="limit">After this long its process tree is killed and the outcome is timed out.</param>
    /// <param name="cancellation">Kills its process tree at once and throws.</param>
    /// <returns>The reading.</returns>
    LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation);
}
