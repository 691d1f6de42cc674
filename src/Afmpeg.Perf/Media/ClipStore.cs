using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>
/// The clips of the cache, derived from real footage: each in a folder whose name holds its recipe's hash, and compared with the manifest
/// before it appears there.
/// </summary>
/// <param name="folders">Where they lie.</param>
/// <param name="deriver">
/// The checksum of the ffmpeg that derives them in the place of native-portable, whose clips are others; null for native-portable.
/// </param>
/// <param name="customDeriver">The checksum of the ffmpeg that derives a user's clip; null where that is no other.</param>
internal sealed class ClipStore(SuiteFolders folders, string? deriver, Lazy<string>? customDeriver = null)
{
    /// <summary>The file beside a clip with its checksum.</summary>
    public const string FactsName = "clip.json";

    /// <summary>
    /// High quality, so that a clip stands for its footage; a keyframe every two seconds, as cameras and editors make them.
    /// </summary>
    public static readonly ImmutableArray<string> Encoding =
    [
        "-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-crf", "12",
        "-c:a", "aac", "-b:a", "128k", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
    ];

    /// <summary>
    /// The mkv muxer shifts every stream so that none starts below 0, and AAC's priming starts one frame of 1024 samples early: sound that
    /// begins that much later leaves the video where it is, at 0.
    /// </summary>
    public const string AfterPriming = ",asetpts=PTS+1024";

    /// <summary>Where a clip lies once it is derived.</summary>
    public string Home(ClipEntry entry)
    {
        var recipe = JsonSerializer.Serialize(new
        {
            Sha256 = entry.Own?.Sha256 ?? entry.Source?.Sha256,
            entry.Inputs,
            entry.Video,
            Sound = entry.Own is { SoundTrack: > 0 } own ? $"{own.SoundTrack}:{entry.Sound}" : entry.Sound,
            entry.Frames,
            entry.FramesPerSecond,
            entry.Width,
            entry.Height,
            Encoding,
            AfterPriming,
        });
        var by = entry.Own is null ? deriver : customDeriver?.Value ?? deriver;
        return Path.Combine(folders.Clips, $"{entry.Id}-{TextHash.Of(recipe)[..12]}{(by is null ? "" : $"-{by[..12]}")}");
    }

    /// <summary>Whether it is derived.</summary>
    public bool Holds(ClipEntry entry) => Directory.Exists(Home(entry));

    /// <summary>The clip, checked against the checksum that it had when it was made.</summary>
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
                Remedy = CommandText.Of("rm", ["-r", home]) + ", then give the same command: it derives it again",
            };
    }

    /// <summary>Derives a clip.</summary>
    /// <exception cref="PerfException">The footage is another, ffmpeg fails, or the clip is not as the manifest says.</exception>
    public async Task<MediaFile> Derive(ClipEntry entry, string ffmpeg, CancellationToken cancellation)
    {
        var inputs = Footage(entry) is { } footage ? WithFootage(entry.Inputs, footage) : entry.Inputs;
        var work = Path.Combine(folders.Work, $"clip-{entry.Id}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, entry.FileName);
        ImmutableArray<string> arguments =
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", .. inputs,
            // Capital: a cover picture is no footage.
            "-map", "V:0", "-vf", entry.Video, .. Sound(entry, inputs), "-g", $"{2 * entry.FramesPerSecond:0}", .. Encoding, file,
        ];
        var answer = await Cli.Wrap(ffmpeg).WithArguments(arguments).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        if (answer.ExitCode != 0)
        {
            throw new PerfException(ExitStatus.Missing, $"The clip {entry.Id} could not be derived")
            {
                Where = CommandText.Of(ffmpeg, arguments),
                Observed = $"exit status {answer.ExitCode}: {answer.StandardError.Trim()}",
                Remedy = entry.Own is null ? "correct its recipe in media/manifest.json" : CustomFootage.Remedy,
            };
        }

        Verify(entry, await FrameListing.Decode(ffmpeg, file, cancellation));
        if (entry.Own is not null)
        {
            await ClipComparison.Compare(entry, inputs, file, ffmpeg, cancellation);
        }

        var facts = new MediaFile(entry.FileName, ProductStore.Checksum(file), new FileInfo(file).Length);
        await File.WriteAllTextAsync(Path.Combine(work, FactsName), JsonSerializer.Serialize(facts), cancellation);
        Directory.CreateDirectory(folders.Clips);
        Directory.Move(work, Home(entry));
        return facts with { File = Path.Combine(Home(entry), entry.FileName) };
    }

    private string? Footage(ClipEntry entry) =>
        entry.Own?.Location ?? (entry.Source is { } source ? PackageFiles.Open(folders, entry.Id, source).File : null);

    private static ImmutableArray<string> Sound(ClipEntry entry, ImmutableArray<string> inputs) => entry.HasSound
        ? ["-map", $"{inputs.Count(word => word == "-i") - 1}:a:{entry.Own?.SoundTrack ?? 0}", "-af", entry.Sound + AfterPriming]
        : [];

    private static ImmutableArray<string> WithFootage(ImmutableArray<string> inputs, string file) =>
        [.. inputs.Select(word => word.Replace("{source}", file, StringComparison.Ordinal))];

    private static void Verify(ClipEntry entry, Reading<FrameListing> found)
    {
        var expected = $"{CountText.Of(entry.Frames, "frame")}, {entry.Width}x{entry.Height}, "
            + $"{entry.Frames / entry.FramesPerSecond:0.###} s from 0 s, {Heard(entry.HasSound)}";
        var observed = found.Show(
            listing => $"{CountText.Of(listing.VideoFrames, "frame")}, {listing.Width}x{listing.Height}, "
                + $"{listing.VideoEnd.TotalSeconds:0.###} s from {listing.VideoStart.TotalSeconds:0.###} s, "
                + Heard(listing.SoundEnd is not null),
            reason => reason);
        if (observed != expected)
        {
            var promise = entry.Own is null ? "media/manifest.json says" : "its footage promised";
            throw new PerfException(ExitStatus.Missing, $"The derived clip {entry.Id} is not as {promise}")
            {
                Expected = expected,
                Observed = observed,
                Remedy = entry.Own is null ? "correct its recipe, or the facts beside it" : CustomFootage.Remedy,
            };
        }
    }

    private static string Heard(bool sound) => sound ? "with sound" : "silent";

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
