namespace Afmpeg.Perf.Workloads;

/// <summary>A photograph of the media library; the checksum of its file stands for these facts.</summary>
/// <param name="Id">The photograph's name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record Still(string Id, string FileName, int Width, int Height) : MediaItem(Id, FileName);
