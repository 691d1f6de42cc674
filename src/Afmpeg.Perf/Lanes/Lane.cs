namespace Afmpeg.Perf.Lanes;

/// <summary>One way to run a workload, by name: native, native-1t, native-portable, or engine+build such as wasmtime+O3-simd128.</summary>
/// <param name="Name">The lane's part of a case id.</param>
/// <param name="Engine">What executes the module; null for a native lane.</param>
/// <param name="Build">How the module was compiled; null for a native lane.</param>
public sealed record Lane(string Name, string? Engine, string? Build)
{
    /// <summary>Distribution-like: assembly, all threads. The denominator of the native multiple.</summary>
    public static Lane Native { get; } = new("native", null, null);

    /// <summary>Assembly, one thread.</summary>
    public static Lane NativeOneThread { get; } = new("native-1t", null, null);

    /// <summary>No assembly, one thread: the same C that the modules are made of.</summary>
    public static Lane NativePortable { get; } = new("native-portable", null, null);

    /// <summary>Whether it runs a module.</summary>
    public bool IsWasm => Engine is not null;

    /// <summary>A lane that runs a module.</summary>
    /// <param name="engine">The engine's name.</param>
    /// <param name="build">The module build's name.</param>
    /// <returns>The lane.</returns>
    public static Lane Wasm(string engine, string build) => new($"{engine}+{build}", engine, build);
}
