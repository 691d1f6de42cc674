using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>A module whose operations were counted.</summary>
/// <param name="Name">flavour+build, as toolchain/products.json calls it.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
/// <param name="Origin">What it was made of and with; null for a module that the user brings.</param>
public sealed record CountedModule(string Name, string Sha256, ModuleOrigin? Origin);
