using System.Collections.Immutable;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What a product is made of; lies beside it in the cache as manifest.json.</summary>
/// <param name="Product">Its entry in products.json.</param>
/// <param name="Recipe">The hash of its recipe.</param>
/// <param name="Compiler">The compiler packages and their versions.</param>
/// <param name="Sources">The sources and their versions.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Sha256">The file's checksum.</param>
/// <param name="GzipBytes">gzip -9; null for a native product, which nobody downloads.</param>
/// <param name="BrotliBytes">brotli at quality 11; null for a native product.</param>
/// <param name="VectorInstructions">How many instructions work on 128-bit vectors; null for a native product.</param>
public sealed record ProductManifest(
    Product Product,
    string Recipe,
    string Compiler,
    ImmutableSortedDictionary<string, string> Sources,
    long Bytes,
    string Sha256,
    long? GzipBytes,
    long? BrotliBytes,
    long? VectorInstructions);
