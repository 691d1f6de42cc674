using System.Collections.Immutable;
using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>Derives clips from real footage: each is held against the manifest before it appears in the cache.</summary>
/// <param name="folders">Where work is done.</param>
/// <param name="clips">Where clips go.</param>
/// <param name="packages">Where footage comes from.</param>
internal sealed class ClipDeriver(SuiteFolders folders, ClipStore clips, PackageFiles packages)
{
    /// <summary>Derives a clip.</summary>
    /// <param name="entry">The clip.</param>
    /// <param name="ffmpeg">native-portable: its output does not depend on the processor's vector units.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The clip in the cache.</returns>
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
            "-map", "V:0", "-vf", entry.Video, .. Sound(entry, inputs), "-g", $"{2 * entry.FramesPerSecond:0}", .. ClipStore.Encoding, file,
        ];
        var answer = await Cli.Wrap(ffmpeg).WithArguments(arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellation);
        if (answer.ExitCode != 0)
        {
            throw new PerfException(ExitStatus.Missing, $"The clip {entry.Id} could not be derived")
            {
                Where = CommandText.Of(ffmpeg, arguments),
                Observed = $"exit status {answer.ExitCode}: {answer.StandardError.Trim()}",
                Remedy = entry.Own is null ? "correct its recipe in media/manifest.json" : CustomFootage.Remedy,
            };
        }

        Verify(entry, await FrameListing.Of(ffmpeg, file, cancellation));
        var facts = new MediaFile(entry.FileName, ProductStore.Checksum(file), new FileInfo(file).Length);
        await File.WriteAllTextAsync(Path.Combine(work, ClipStore.FactsName), JsonSerializer.Serialize(facts), cancellation);
        Directory.CreateDirectory(folders.Clips);
        Directory.Move(work, clips.Home(entry));
        return facts with { File = Path.Combine(clips.Home(entry), entry.FileName) };
    }

    private string? Footage(ClipEntry entry) => entry.Own?.Location ?? (entry.Source is { } source ? packages.Open(entry.Id, source).File : null);

    private static ImmutableArray<string> Sound(ClipEntry entry, ImmutableArray<string> inputs) => entry.HasSound
        ? ["-map", $"{inputs.Count(word => word == "-i") - 1}:a:0", "-af", entry.Sound + ClipStore.AfterPriming]
        : [];

    private static ImmutableArray<string> WithFootage(ImmutableArray<string> inputs, string file) =>
        [.. inputs.Select(word => word.Replace("{source}", file, StringComparison.Ordinal))];

    private static void Verify(ClipEntry entry, Reading<FrameListing> found)
    {
        var expected = $"{CountText.Of(entry.Frames, "frame")}, {entry.Width}x{entry.Height}, {entry.Frames / entry.FramesPerSecond:0.###} s from 0 s, {Heard(entry.HasSound)}";
        var observed = found.Show(
            listing => $"{CountText.Of(listing.VideoFrames, "frame")}, {listing.Width}x{listing.Height}, {listing.VideoEnd.TotalSeconds:0.###} s from "
                + $"{listing.VideoStart.TotalSeconds:0.###} s, {Heard(listing.SoundEnd is not null)}",
            reason => reason);
        if (observed != expected)
        {
            throw new PerfException(ExitStatus.Missing, $"The derived clip {entry.Id} is not as {(entry.Own is null ? "media/manifest.json says" : "its footage promised")}")
            {
                Expected = expected,
                Observed = observed,
                Remedy = entry.Own is null ? "correct its recipe, or the facts beside it" : CustomFootage.Remedy,
            };
        }
    }

    private static string Heard(bool sound) => sound ? "with sound" : "silent";
}
