namespace Afmpeg.Perf.Toolchains;

/// <summary>What describe-module.sh says of @ffmpeg/core.</summary>
/// <param name="Bytes">Module and script as they lie on disk.</param>
/// <param name="GzipBytes">Both, each with gzip -9.</param>
/// <param name="BrotliBytes">Both, each with brotli at quality 11.</param>
/// <param name="Sha256">The module's checksum, in lower-case hexadecimal.</param>
/// <param name="VectorInstructions">How many of the module's instructions work on 128-bit vectors.</param>
public sealed record FfmpegCoreFacts(long Bytes, long GzipBytes, long BrotliBytes, string Sha256, long VectorInstructions);
