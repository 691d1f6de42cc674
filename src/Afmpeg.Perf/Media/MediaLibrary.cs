using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>
/// Derives clips from real footage, once, with native-portable: its output does not depend on the processor's vector units, so that
/// every host measures the same clips. Each is verified against the manifest before it appears in the cache, and by checksum after.
/// </summary>
/// <param name="manifest">The clips.</param>
/// <param name="folders">Where footage and derived clips lie.</param>
/// <param name="steps">Told how deriving goes.</param>
public sealed class MediaLibrary(MediaManifest manifest, SuiteFolders folders, StepRunner steps)
{
    private const string FactsName = "clip.json";

    // High quality, so that a clip stands for its footage; a keyframe every two seconds, as cameras and editors make them.
    private static readonly ImmutableArray<string> Encoding =
    [
        "-fps_mode", "passthrough", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-crf", "12",
        "-c:a", "aac", "-b:a", "128k", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact",
    ];

    // The mkv muxer shifts every stream so that none starts below 0, and AAC's priming starts one frame of 1024 samples early:
    // sound that begins that much later leaves the video where it is, at 0.
    private const string AfterPriming = ",asetpts=PTS+1024";

    /// <summary>The packages that some clips are taken from.</summary>
    /// <param name="ids">The clips.</param>
    /// <returns>Debian packages, each once.</returns>
    public ImmutableArray<string> PackagesOf(IEnumerable<string> ids) =>
        [.. Entries(ids).Where(entry => !IsDerived(entry)).Select(entry => entry.Source?.Package).OfType<string>().Distinct()];

    /// <summary>What is yet to be derived.</summary>
    /// <param name="ids">The clips.</param>
    /// <param name="portable">Finds native-portable, once it is built.</param>
    /// <returns>A task a clip.</returns>
    public ImmutableArray<SetupTask> Missing(IEnumerable<string> ids, Func<CancellationToken, Task<string>> portable) =>
    [
        .. Entries(ids).Where(entry => !IsDerived(entry)).Select(entry => new SetupTask(
            $"derive the clip {entry.Id}",
            SetupStage.Derive,
            async token => await steps.Timed($"clip {entry.Id}", async () => await Derive(entry, await portable(token), token)))),
    ];

    /// <summary>The derived clips, each held against the checksum that it had when it was made.</summary>
    /// <param name="ids">The clips.</param>
    /// <returns>The clips, by id.</returns>
    /// <exception cref="PerfException">A cached clip is damaged.</exception>
    public ImmutableDictionary<string, DerivedClip> Open(IEnumerable<string> ids) => Entries(ids).ToImmutableDictionary(entry => entry.Id, Open);

    private IEnumerable<ClipEntry> Entries(IEnumerable<string> ids) => ids.Distinct().Select(id => manifest.Clips.First(entry => entry.Id == id));

    private string Home(ClipEntry entry)
    {
        var recipe = JsonSerializer.SerializeToUtf8Bytes(new { entry.Source?.Sha256, entry.Inputs, entry.Video, entry.Sound, entry.Frames, entry.FramesPerSecond, entry.Width, entry.Height, Encoding, AfterPriming });
        return Path.Combine(folders.Clips, $"{entry.Id}-{Convert.ToHexStringLower(SHA256.HashData(recipe))[..12]}");
    }

    private bool IsDerived(ClipEntry entry) => Directory.Exists(Home(entry));

    private DerivedClip Open(ClipEntry entry)
    {
        var home = Home(entry);
        var file = Path.Combine(home, entry.FileName);
        var facts = Path.Combine(home, FactsName);
        var expected = ReadFacts(facts);
        var observed = File.Exists(file) ? ProductStore.Checksum(file) : "no file";
        return expected?.Sha256 == observed
            ? expected with { File = file }
            : throw new PerfException(ExitStatus.Missing, $"The cached clip {entry.Id} is damaged")
            {
                Where = file,
                Expected = $"sha256 {expected?.Sha256 ?? "in a readable clip.json"}",
                Observed = observed,
                Remedy = CommandText.Of("rm", ["-r", home]) + ", then the same command again derives it anew",
            };
    }

    private static DerivedClip? ReadFacts(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<DerivedClip>(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return null;
        }
    }

    private async Task<DerivedClip> Derive(ClipEntry entry, string ffmpeg, CancellationToken cancellation)
    {
        var inputs = entry.Source is { } source ? WithFootage(entry.Inputs, Footage(entry.Id, source)) : entry.Inputs;
        var work = Path.Combine(folders.Work, $"clip-{entry.Id}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, entry.FileName);
        ImmutableArray<string> arguments =
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", .. inputs,
            "-map", "v:0", "-map", $"{inputs.Count(word => word == "-i") - 1}:a:0",
            "-vf", entry.Video, "-af", entry.Sound + AfterPriming, "-g", $"{2 * entry.FramesPerSecond:0}", .. Encoding, file,
        ];
        var answer = await Cli.Wrap(ffmpeg).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation);
        if (answer.ExitCode != 0)
        {
            throw new PerfException(ExitStatus.Missing, $"The clip {entry.Id} could not be derived")
            {
                Where = CommandText.Of(ffmpeg, arguments),
                Observed = $"exit status {answer.ExitCode}: {answer.StandardError.Trim()}",
                Remedy = "mend its recipe in media/manifest.json",
            };
        }

        Verify(entry, await FrameListing.Of(ffmpeg, file, cancellation));
        var derived = new DerivedClip(entry.FileName, ProductStore.Checksum(file), new FileInfo(file).Length);
        await File.WriteAllTextAsync(Path.Combine(work, FactsName), JsonSerializer.Serialize(derived), cancellation);
        Directory.CreateDirectory(folders.Clips);
        Directory.Move(work, Home(entry));
        return derived;
    }

    private static ImmutableArray<string> WithFootage(ImmutableArray<string> inputs, string file) =>
        [.. inputs.Select(word => word.Replace("{source}", file, StringComparison.Ordinal))];

    private string Footage(string id, FootageSource source)
    {
        var file = Path.Combine(folders.Packages, source.Package, source.File);
        var observed = File.Exists(file) ? ProductStore.Checksum(file) : "no file";
        return observed == source.Sha256
            ? file
            : throw new PerfException(ExitStatus.Missing, $"The footage of the clip {id} is not the one that media/manifest.json names")
            {
                Where = file,
                Expected = $"sha256 {source.Sha256}",
                Observed = observed,
                Remedy = CommandText.Of("rm", ["-r", Path.Combine(folders.Packages, source.Package)]) + ", then the same command again fetches it anew",
            };
    }

    private static void Verify(ClipEntry entry, Reading<FrameListing> found)
    {
        var expected = $"{entry.Frames} frames, {entry.Width}x{entry.Height}, {entry.Frames / entry.FramesPerSecond:0.###} s from 0 s, with sound";
        var observed = found.Show(
            listing => $"{listing.VideoFrames} frames, {listing.Width}x{listing.Height}, {listing.VideoEnd.TotalSeconds:0.###} s from "
                + $"{listing.VideoStart.TotalSeconds:0.###} s, {(listing.SoundEnd is not null ? "with sound" : "silent")}",
            reason => reason);
        if (observed != expected)
        {
            throw new PerfException(ExitStatus.Missing, $"The derived clip {entry.Id} is not as media/manifest.json says")
            {
                Expected = expected,
                Observed = observed,
                Remedy = "mend its recipe, or the facts beside it",
            };
        }
    }
}
