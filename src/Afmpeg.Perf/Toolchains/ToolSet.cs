using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What set-up gives: every tool that is here, and why another is not.</summary>
/// <param name="Launcher">Takes the kernel's accounting of one process.</param>
/// <param name="Products">The products, by key.</param>
/// <param name="EngineTools">The engines' executables, by engine, and the distribution's ffmpeg; Wasmtime is embedded and not among them.</param>
public sealed record ToolSet(
    string Launcher,
    ImmutableDictionary<string, (string File, ProductManifest Manifest)> Products,
    ImmutableDictionary<string, Reading<EngineTool>> EngineTools)
{
    /// <summary>What set-up noted of @ffmpeg/core; null where it is not here or nothing was noted.</summary>
    public FfmpegCoreFacts? Core { get; init; }

    /// <summary>Why products that set-up goes on without are not here, by key.</summary>
    public ImmutableDictionary<string, string> WhyAbsent { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The file of a product.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>Its path, or why it is not here.</returns>
    public Reading<string> Product(string key) => Products.TryGetValue(key, out var product)
        ? Reading<string>.Of(product.File)
        : Reading<string>.Unavailable(WhyAbsent.GetValueOrDefault(key) ?? $"{key} is not built here");

    /// <summary>An engine's executable.</summary>
    /// <param name="name">v8, wazero or distribution.</param>
    /// <returns>The tool, or why it is not here.</returns>
    public Reading<EngineTool> Engine(string name) => EngineTools.TryGetValue(name, out var tool)
        ? tool
        : Reading<EngineTool>.Unavailable($"{name} was not asked for");
}
