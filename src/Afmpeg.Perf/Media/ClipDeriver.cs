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
        var inputs = entry.Source is { } source ? WithFootage(entry.Inputs, packages.Open(entry.Id, source).File) : entry.Inputs;
        var work = Path.Combine(folders.Work, $"clip-{entry.Id}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, entry.FileName);
        ImmutableArray<string> arguments =
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", .. inputs,
            "-map", "v:0", "-map", $"{inputs.Count(word => word == "-i") - 1}:a:0",
            "-vf", entry.Video, "-af", entry.Sound + ClipStore.AfterPriming, "-g", $"{2 * entry.FramesPerSecond:0}", .. ClipStore.Encoding, file,
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
        var facts = new MediaFile(entry.FileName, ProductStore.Checksum(file), new FileInfo(file).Length);
        await File.WriteAllTextAsync(Path.Combine(work, ClipStore.FactsName), JsonSerializer.Serialize(facts), cancellation);
        Directory.CreateDirectory(folders.Clips);
        Directory.Move(work, clips.Home(entry));
        return facts with { File = Path.Combine(clips.Home(entry), entry.FileName) };
    }

    private static ImmutableArray<string> WithFootage(ImmutableArray<string> inputs, string file) =>
        [.. inputs.Select(word => word.Replace("{source}", file, StringComparison.Ordinal))];

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
