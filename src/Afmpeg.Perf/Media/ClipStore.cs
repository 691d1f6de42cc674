using System.Collections.Immutable;
using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Media;

/// <summary>The derived clips of the cache, each in a folder whose name holds its recipe's hash.</summary>
/// <param name="folders">Where they lie.</param>
/// <param name="deriver">The checksum of the ffmpeg that derives them in the place of native-portable, whose clips are others; null for native-portable.</param>
internal sealed class ClipStore(SuiteFolders folders, string? deriver)
{
    /// <summary>The file beside a clip that tells its checksum.</summary>
    public const string FactsName = "clip.json";

    /// <summary>High quality, so that a clip stands for its footage; a keyframe every two seconds, as cameras and editors make them.</summary>
    public static readonly ImmutableArray<string> Encoding =
    [
        "-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-crf", "12",
        "-c:a", "aac", "-b:a", "128k", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
    ];

    /// <summary>
    /// The mkv muxer shifts every stream so that none starts below 0, and AAC's priming starts one frame of 1024 samples early:
    /// sound that begins that much later leaves the video where it is, at 0.
    /// </summary>
    public const string AfterPriming = ",asetpts=PTS+1024";

    /// <summary>Where a clip lies once it is derived.</summary>
    public string Home(ClipEntry entry)
    {
        var recipe = JsonSerializer.Serialize(new { Sha256 = entry.Own?.Sha256 ?? entry.Source?.Sha256, entry.Inputs, entry.Video, entry.Sound, entry.Frames, entry.FramesPerSecond, entry.Width, entry.Height, Encoding, AfterPriming });
        return Path.Combine(folders.Clips, $"{entry.Id}-{TextHash.Of(recipe)[..12]}{(deriver is null ? "" : $"-{deriver[..12]}")}");
    }

    /// <summary>Whether it is derived.</summary>
    public bool Holds(ClipEntry entry) => Directory.Exists(Home(entry));

    /// <summary>The clip, held against the checksum that it had when it was made.</summary>
    /// <exception cref="PerfException">It is damaged.</exception>
    public MediaFile Open(ClipEntry entry)
    {
        var home = Home(entry);
        var file = Path.Combine(home, entry.FileName);
        var expected = ReadFacts(Path.Combine(home, FactsName));
        var observed = File.Exists(file) ? ProductStore.Checksum(file) : "no file";
        return expected?.Sha256 == observed
            ? expected with { File = file }
            : throw new PerfException(ExitStatus.Missing, $"The cached clip {entry.Id} is damaged")
            {
                Where = file,
                Expected = $"sha256 {expected?.Sha256 ?? $"in a readable {FactsName}"}",
                Observed = observed,
                Remedy = CommandText.Of("rm", ["-r", home]) + ", then the same command again derives it anew",
            };
    }

    private static MediaFile? ReadFacts(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<MediaFile>(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return null;
        }
    }
}
