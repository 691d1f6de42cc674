namespace Afmpeg.Perf.Media;

/// <summary>A file of the library in the cache, held against its checksum. That of a clip was found when it was made and lies beside it as clip.json.</summary>
/// <param name="File">Its path.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Bytes">Its size.</param>
public sealed record MediaFile(string File, string Sha256, long Bytes);
