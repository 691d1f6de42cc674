namespace Afmpeg.Perf.Media;

/// <summary>A derived clip in the cache and what was found when it was made; lies beside it as clip.json.</summary>
/// <param name="File">Its path.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Bytes">Its size.</param>
public sealed record DerivedClip(string File, string Sha256, long Bytes);
