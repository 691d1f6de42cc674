using System.Collections.Immutable;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What a plan needs of the toolchain; set-up makes that and nothing else.</summary>
/// <param name="Products">Keys of products.</param>
/// <param name="Engines">Names of engines.</param>
/// <param name="MediaPackages">Debian packages that media, or a test's framework, are taken from.</param>
public sealed record ToolchainNeeds(ImmutableArray<string> Products, ImmutableArray<string> Engines, ImmutableArray<string> MediaPackages);
