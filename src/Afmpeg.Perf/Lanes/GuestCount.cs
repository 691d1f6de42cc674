namespace Afmpeg.Perf.Lanes;

/// <summary>What guests executed in one run, where the engine counts it.</summary>
/// <param name="Operations">WebAssembly operations of all guests together, by Wasmtime's fuel.</param>
/// <param name="MemoryPages">Pages of 64 KiB at the end of the guest that had the most.</param>
public sealed record GuestCount(long Operations, long MemoryPages);
