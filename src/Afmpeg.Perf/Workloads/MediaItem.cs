namespace Afmpeg.Perf.Workloads;

/// <summary>A file of the media library that jobs read.</summary>
/// <param name="Id">Its name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
public abstract record MediaItem(string Id, string FileName);

/// <summary>What a job must know of a clip of the media library: facts that its file was checked against.</summary>
/// <param name="Id">The clip's name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
/// <param name="Frames">Video frames, 1 or more.</param>
/// <param name="FramesPerSecond">The constant frame rate.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="HasSound">Whether it carries an audio stream.</param>
public sealed record Clip(string Id, string FileName, int Frames, double FramesPerSecond, int Width, int Height, bool HasSound)
    : MediaItem(Id, FileName)
{
    /// <summary>How long its video lasts.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(Frames / FramesPerSecond);

    /// <summary>
    /// The most frames from one keyframe to the next: clips are derived with at least one every two seconds, and more where scenes change.
    /// </summary>
    public int KeyframeInterval => Math.Max(1, (int)Math.Round(2 * FramesPerSecond));
}

/// <summary>A photograph of the media library; the checksum of its file stands for these facts.</summary>
/// <param name="Id">The photograph's name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
public sealed record Still(string Id, string FileName, int Width, int Height) : MediaItem(Id, FileName);

/// <summary>A sound without pictures of the media library; the checksum of its file stands for its duration.</summary>
/// <param name="Id">The sound's name in media/manifest.json.</param>
/// <param name="FileName">Its file, inside the guest's media folder.</param>
/// <param name="Duration">How long it lasts, to the millisecond.</param>
public sealed record Sound(string Id, string FileName, TimeSpan Duration) : MediaItem(Id, FileName);
