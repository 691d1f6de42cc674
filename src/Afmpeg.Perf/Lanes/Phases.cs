using System.Text.Json;

namespace Afmpeg.Perf.Lanes;

/// <summary>The parts of a run, each null where the lane has no such part or cannot time it.</summary>
/// <param name="Compile">Module bytes to machine code.</param>
/// <param name="Load">Machine code compiled earlier, read back.</param>
/// <param name="Instantiate">Memory and imports set up.</param>
/// <param name="Execute">The job itself: what the native multiple compares.</param>
public sealed record Phases(TimeSpan? Compile, TimeSpan? Load, TimeSpan? Instantiate, TimeSpan? Execute)
{
    /// <summary>
    /// What all threads of the process used of processors while it executed; null where the lane cannot measure it, and for several
    /// commands.
    /// </summary>
    public TimeSpan? ExecuteCpu { get; init; }

    /// <summary>What the guests executed; null where the engine does not count it.</summary>
    public GuestCount? Count { get; init; }

    /// <summary>A run of which no part is known.</summary>
    public static Phases None { get; } = new(null, null, null, null);

    /// <summary>A process that does nothing but execute.</summary>
    public static Phases OfWhole(ProcessUsage usage) => None with { Execute = usage.Wall, ExecuteCpu = usage.User + usage.System };

    /// <summary>
    /// The phases that an engine's worker timed inside and left in a file, to be read after its end; none where it left nothing readable. A
    /// file, since a pipe's end would be inherited by every process that another thread starts meanwhile, and be open for as long as that
    /// one lives.
    /// </summary>
    public static Phases Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<PhaseSeconds>(File.ReadAllText(file), JsonSerializerOptions.Web)?.ToPhases() ?? None;
        }
        catch (Exception fault) when (fault is JsonException or FileNotFoundException)
        {
            return None;
        }
    }

    private sealed record PhaseSeconds(
        double? CompileSeconds,
        double? LoadSeconds,
        double? InstantiateSeconds,
        double? ExecuteSeconds,
        double? ExecuteCpuSeconds,
        long? Operations,
        long? MemoryPages)
    {
        public Phases ToPhases() => new(Time(CompileSeconds), Time(LoadSeconds), Time(InstantiateSeconds), Time(ExecuteSeconds))
        {
            ExecuteCpu = Time(ExecuteCpuSeconds),
            Count = Operations is { } executed && MemoryPages is { } pages ? new GuestCount(executed, pages) : null,
        };

        private static TimeSpan? Time(double? seconds) => seconds is { } known ? TimeSpan.FromSeconds(known) : null;
    }
}

/// <summary>What guests executed in one run, where the engine counts it.</summary>
/// <param name="Operations">WebAssembly operations of all guests together, by Wasmtime's fuel.</param>
/// <param name="MemoryPages">Pages of 64 KiB at the end of the guest that had the most.</param>
public sealed record GuestCount(long Operations, long MemoryPages);
