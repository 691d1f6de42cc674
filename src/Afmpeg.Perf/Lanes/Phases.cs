namespace Afmpeg.Perf.Lanes;

/// <summary>The parts of a run, each null where the lane has no such part or cannot tell it.</summary>
/// <param name="Compile">Module bytes to machine code.</param>
/// <param name="Load">Machine code compiled earlier, read back.</param>
/// <param name="Instantiate">Memory and imports set up.</param>
/// <param name="Execute">The job itself: what the native multiple compares.</param>
public sealed record Phases(TimeSpan? Compile, TimeSpan? Load, TimeSpan? Instantiate, TimeSpan? Execute)
{
    /// <summary>What the guests executed; null where the engine does not count it.</summary>
    public GuestCount? Count { get; init; }

    /// <summary>A run of which no part is known.</summary>
    public static Phases None { get; } = new(null, null, null, null);
}
