using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What set-up gives: every tool that is here, and why another is not.</summary>
/// <param name="Launcher">Takes the kernel's accounting of one process.</param>
/// <param name="Products">The products, by key.</param>
/// <param name="EngineTools">
/// The engines' executables, by engine, and the distribution's ffmpeg; Wasmtime is embedded and not among them.
/// </param>
public sealed record ToolSet(
    string Launcher,
    ImmutableDictionary<string, (string File, ProductManifest Manifest)> Products,
    ImmutableDictionary<string, Reading<EngineTool>> EngineTools)
{
    /// <summary>What set-up noted of @ffmpeg/core; null where it is not here or nothing was noted.</summary>
    public ModuleDescription? Core { get; init; }

    /// <summary>Why products that set-up goes on without are not here, by key.</summary>
    public ImmutableDictionary<string, string> WhyAbsent { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The path of a product, or why it is not here.</summary>
    public Reading<string> Product(string key) => Products.TryGetValue(key, out var product)
        ? Reading<string>.Of(product.File)
        : Reading<string>.Unavailable(WhyAbsent.GetValueOrDefault(key) ?? $"{key} is not built here");

    /// <summary>The executable of v8, wazero or distribution, or the script of ffmpeg.wasm; or why it is not here.</summary>
    public Reading<EngineTool> Engine(string name) => EngineTools.TryGetValue(name, out var tool)
        ? tool
        : Reading<EngineTool>.Unavailable($"{name} was not asked for");
}

/// <summary>What a plan needs of the toolchain; set-up makes that and nothing else.</summary>
/// <param name="Products">Keys of products.</param>
/// <param name="Engines">Names of engines.</param>
/// <param name="MediaPackages">Debian packages that media, or a test's framework, are taken from.</param>
public sealed record ToolchainNeeds(ImmutableArray<string> Products, ImmutableArray<string> Engines, ImmutableArray<string> MediaPackages)
{
    /// <summary>The versions that are known to have what is taken, by package, the best first. Of a package that is not in it, any will do.
    /// </summary>
    public ImmutableDictionary<string, ImmutableArray<string>> MediaVersions { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>
    /// Whether a user's file is looked at by the ffmpeg on PATH, which reads more than the suite's own builds. Where there is none,
    /// Debian's is installed.
    /// </summary>
    public bool LooksAtFootage { get; init; }
}

/// <summary>An engine's executable.</summary>
/// <param name="Name">The engine: v8 or wazero; or the distribution's ffmpeg.</param>
/// <param name="Path">The executable.</param>
/// <param name="Version">What it says of its version.</param>
public sealed record EngineTool(string Name, string Path, string Version);
