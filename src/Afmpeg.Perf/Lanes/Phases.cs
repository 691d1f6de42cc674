namespace Afmpeg.Perf.Lanes;

/// <summary>The parts of a run, each null where the lane has no such part or cannot tell it.</summary>
/// <param name="Compile">Module bytes to machine code.</param>
/// <param name="Load">Machine code compiled earlier, read back.</param>
/// <param name="Instantiate">Memory and imports set up.</param>
/// <param name="Execute">The job itself: what the native multiple compares.</param>
public sealed record Phases(TimeSpan? Compile, TimeSpan? Load, TimeSpan? Instantiate, TimeSpan? Execute)
{
    /// <summary>What all threads of the process used of processors while it executed; null where the lane cannot tell it, and for several commands.</summary>
    public TimeSpan? ExecuteCpu { get; init; }

    /// <summary>What the guests executed; null where the engine does not count it.</summary>
    public GuestCount? Count { get; init; }

    /// <summary>A run of which no part is known.</summary>
    public static Phases None { get; } = new(null, null, null, null);

    /// <summary>A process that does nothing but execute.</summary>
    /// <param name="usage">The kernel's accounting of it.</param>
    /// <returns>Its phases.</returns>
    public static Phases OfWhole(ProcessUsage usage) => None with { Execute = usage.Wall, ExecuteCpu = usage.User + usage.System };
}
