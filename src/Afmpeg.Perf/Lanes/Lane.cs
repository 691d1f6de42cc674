using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// One way to run a workload, by name: native, native-1t, native-portable; engine+build such as wasmtime+O3-simd128, with what lets the
/// guest be stopped behind the engine's name (wazero-cancel+Oz-shipped); or one of these spread over instances: wasmtime+O3-simd128@pool2.
/// </summary>
/// <param name="Name">The lane's part of a case id.</param>
/// <param name="Engine">What executes the module; null for a native lane.</param>
/// <param name="Build">How the module was compiled; null for a native lane.</param>
/// <param name="Mode">How it spreads its work.</param>
/// <param name="Instances">Over how many instances at most; 1 for a single one.</param>
public sealed record Lane(string Name, string? Engine, string? Build, LaneMode Mode = LaneMode.Alone, int Instances = 1)
{
    /// <summary>What marks the names of FFmpeg 9's builds.</summary>
    public const string Ffmpeg9 = Product.Ffmpeg9;

    /// <summary>Distribution-like: assembly, all threads. The denominator of the native multiple.</summary>
    public static Lane Native { get; } = new("native", null, null);

    /// <summary>Assembly, one thread.</summary>
    public static Lane NativeOneThread { get; } = new("native-1t", null, null);

    /// <summary>No assembly, one thread: the same C that the modules are made of.</summary>
    public static Lane NativePortable { get; } = new("native-portable", null, null);

    /// <summary>The ffmpeg that the distribution installs, with all threads: what the native build is checked against.</summary>
    public static Lane Distribution { get; } = new("distribution", null, null);

    /// <summary>
    /// The package @ffmpeg/core under the node that runs V8's lanes, as its own users run it: what browsers run today. It has x264.
    /// </summary>
    public static Lane FfmpegWasm { get; } = new(Engines.FfmpegWasm, Engines.V8, "ffmpeg-core") { CustomFlavour = Product.Gpl };

    /// <summary>FFmpeg 9 beside it, under the driver of toolchain/ffmpeg9: assembly, all threads.</summary>
    public static Lane NativeFfmpeg9 { get; } = new($"native-{Ffmpeg9}", null, null);

    /// <summary>The same without assembly, one thread: the C that FFmpeg 9's modules are made of.</summary>
    public static Lane NativePortableFfmpeg9 { get; } = new($"native-portable-{Ffmpeg9}", null, null);

    /// <summary>Native under two names: what they differ by is the host.</summary>
    public static ImmutableArray<Lane> Twins { get; } = [Native with { Name = "native-a" }, Native with { Name = "native-b" }];

    /// <summary>What the program that embeds the engine pays to be able to stop a guest.</summary>
    public StopCheck Stop { get; init; }

    /// <summary>Whether its program or its engine is the user's.</summary>
    public bool IsCustom { get; init; }

    /// <summary>
    /// The one flavour of a program that is no build of ours, gpl or lgpl; null where it is one, of which each flavour has its own.
    /// </summary>
    public string? CustomFlavour { get; init; }

    /// <summary>
    /// Whether each of its runs compiles the module anew, inside the time that counts: the user's engine names no compile step and no
    /// cache.
    /// </summary>
    public bool CompilesEachTime { get; init; }

    /// <summary>What is said beside each number of such a lane.</summary>
    public const string CompilingCounts =
        "its times include compiling the module, in every run: "
        + "its engine names no compile step and no cache in the lanes file (docs/own-inputs.md)";

    /// <summary>Whether each of its ffmpegs may use all threads, as natively ffmpeg does by itself.</summary>
    public bool UsesAllThreads =>
        this == Native || this == NativeFfmpeg9 || this == Distribution || Twins.Contains(this) || (IsCustom && !IsWasm);

    /// <summary>Whether it runs a module.</summary>
    public bool IsWasm => Engine is not null;

    /// <summary>Whether it runs FFmpeg 9, beside the reference, which is 5.1.</summary>
    public bool IsFfmpeg9 => this == NativeFfmpeg9 || this == NativePortableFfmpeg9
        || (!IsCustom && Build is { } build && build.StartsWith($"{Ffmpeg9}-", StringComparison.Ordinal));

    /// <summary>
    /// Whether it is another FFmpeg than the suite's, measured beside it: FFmpeg 9, or ffmpeg.wasm. No limit judges it, nothing recommends
    /// it, and its operations have no baseline, since what it is made of moves on without a change here.
    /// </summary>
    public bool IsReferenceOnly => IsFfmpeg9 || this == FfmpegWasm;

    /// <summary>The native build of the same C: what its output must equal.</summary>
    public Lane Portable => IsFfmpeg9 ? NativePortableFfmpeg9 : NativePortable;

    /// <summary>
    /// Whether its output is the same on every machine. Natively assembly is chosen by the processor and the number of threads by its
    /// cores, and both may change what an encoder decides.
    /// </summary>
    public bool IsHostFree => IsWasm || this == NativePortable || this == NativePortableFfmpeg9;

    /// <summary>Whether its instances share one process, and with it one compiled module, where its engine can do that.</summary>
    public bool IsInOneProcess => Mode is LaneMode.Pool or LaneMode.Runtimes or LaneMode.Segments;

    /// <summary>The same lane with one instance.</summary>
    /// <returns>The lane; itself where it has one.</returns>
    public Lane OneInstance() => Mode == LaneMode.Alone ? this : new Lane(Name.Split('@')[0], Engine, Build) { Stop = Stop };

    /// <summary>
    /// What names its compiled code: lanes of one engine and build have the same code where only the host checks whether to stop the guest.
    /// </summary>
    public string Code =>
        Stop == StopCheck.None ? Name : Name.Replace(Suffix(Stop), Suffix(StopChecks.Compiled(Stop)), StringComparison.Ordinal);

    /// <summary>A lane that runs a module.</summary>
    public static Lane Wasm(string engine, string build, StopCheck stop = StopCheck.None) =>
        new($"{engine}{Suffix(stop)}+{build}", engine, build) { Stop = stop };

    /// <summary>This lane spread over instances.</summary>
    /// <param name="mode">How; not <see cref="LaneMode.Alone"/>.</param>
    /// <param name="instances">Over how many, 1 or more.</param>
    public Lane Over(LaneMode mode, int instances) =>
        this with { Name = $"{Name}@{mode.ToString().ToLowerInvariant()}{instances}", Mode = mode, Instances = instances };

    private static string Suffix(StopCheck stop) => stop == StopCheck.None ? "" : $"-{StopChecks.Key(stop)}";
}

/// <summary>How a lane spreads its work over instances.</summary>
public enum LaneMode
{
    /// <summary>One instance, one job after the other.</summary>
    Alone,

    /// <summary>A batch over several instances, each a process of its own.</summary>
    Fleet,

    /// <summary>A batch over several instances in one process, which compiles the module once.</summary>
    Pool,

    /// <summary>
    /// A batch over several runtimes in one process, each of which compiles the module: how afmpeg's documentation advises its users to
    /// work in parallel.
    /// </summary>
    Runtimes,

    /// <summary>One job, split at frame boundaries over several instances in one process and joined without encoding again.</summary>
    Segments,
}
