namespace Afmpeg.Perf.Workloads;

/// <summary>A file of the media library that jobs read.</summary>
/// <param name="Id">Its name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
public abstract record MediaItem(string Id, string FileName);
