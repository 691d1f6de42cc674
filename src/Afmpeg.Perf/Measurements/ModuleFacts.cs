using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a report says of a module that was run.</summary>
/// <param name="Build">How it was compiled: Oz-shipped, O3-simd128, ...</param>
/// <param name="Flavour">Its licence flavour: gpl or lgpl.</param>
/// <param name="Size">The module as it lies on disk.</param>
/// <param name="GzipSize">With gzip -9.</param>
/// <param name="BrotliSize">With brotli at quality 11: what a browser downloads.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
/// <param name="VectorInstructions">How many of its instructions work on 128-bit vectors.</param>
/// <param name="OptimiseFlags">The compiler's optimisation flags, such as -O3 -msimd128.</param>
public sealed record ModuleFacts(
    string Build,
    string Flavour,
    ByteCount Size,
    ByteCount GzipSize,
    ByteCount BrotliSize,
    string Sha256,
    long VectorInstructions,
    string OptimiseFlags)
{
    /// <summary>What it was made of and with; null in runs of a version that did not keep it.</summary>
    public ModuleOrigin? Origin { get; init; }
}
