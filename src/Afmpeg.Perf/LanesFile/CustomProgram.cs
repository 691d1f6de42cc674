using System.Collections.Immutable;

namespace Afmpeg.Perf.LanesFile;

/// <summary>A program that the user brings: a module, or a native ffmpeg.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The file, in full.</param>
/// <param name="Flavour">gpl or lgpl.</param>
/// <param name="Arguments">Arguments before ffmpeg's own.</param>
/// <param name="Sha256">Its checksum, lower-case hexadecimal digits.</param>
public sealed record CustomProgram(string Name, string File, string Flavour, ImmutableArray<string> Arguments, string Sha256);
