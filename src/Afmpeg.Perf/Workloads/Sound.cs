namespace Afmpeg.Perf.Workloads;

/// <summary>A sound without pictures of the media library; the checksum of its file stands for its duration.</summary>
/// <param name="Id">The sound's name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
/// <param name="Duration">How long it lasts, to the millisecond.</param>
public sealed record Sound(string Id, string FileName, TimeSpan Duration) : MediaItem(Id, FileName);
