namespace Afmpeg.Perf.Wasmtime;

/// <summary>
/// The phases of one run in seconds and what its guests executed, as the lane reads them; null where a run had no such part.
/// </summary>
internal sealed class PhaseSeconds
{
    private readonly Lock counting = new();

    public double? CompileSeconds { get; set; }

    public double? LoadSeconds { get; set; }

    public double? InstantiateSeconds { get; set; }

    public double? ExecuteSeconds { get; set; }

    /// <summary>What all threads of this process used of processors while a single command executed; null for several commands.</summary>
    public double? ExecuteCpuSeconds { get; set; }

    /// <summary>WebAssembly operations of all guests, by Wasmtime's fuel.</summary>
    public ulong? Operations { get; set; }

    /// <summary>Pages of 64 KiB at the end of the guest that had the most.</summary>
    public long? MemoryPages { get; set; }

    /// <summary>Adds what one guest executed. Several threads may end at once.</summary>
    public void Add(GuestInstance guest)
    {
        if (guest.Operations is { } executed)
        {
            lock (counting)
            {
                Operations = (Operations ?? 0) + executed;
                MemoryPages = Math.Max(MemoryPages ?? 0, guest.MemoryPages);
            }
        }
    }
}
