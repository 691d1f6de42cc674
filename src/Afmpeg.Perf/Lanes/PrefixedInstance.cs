using System.Collections.Immutable;

namespace Afmpeg.Perf.Lanes;

/// <summary>A program that takes arguments of its own before ffmpeg's.</summary>
/// <param name="initial">These.</param>
/// <param name="instance">What runs it.</param>
public sealed class PrefixedInstance(ImmutableArray<string> initial, IInstance instance) : IInstance
{
    /// <inheritdoc/>
    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation) =>
        instance.Run([.. initial, .. arguments], folder, limit, cancellation);
}
