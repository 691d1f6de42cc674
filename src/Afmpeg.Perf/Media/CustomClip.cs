using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Media;

/// <summary>
/// The clip to derive from a user's own file: like the library's, with a constant frame rate, 4:2:0, even sides, from 0 on.
/// </summary>
/// <param name="Entry">How it is derived.</param>
/// <param name="Notes">What that changes, a sentence each.</param>
public sealed record CustomClip(ClipEntry Entry, ImmutableArray<string> Notes)
{
    /// <summary>The longest piece of a file that is measured, in seconds: some thirty runs of it have to fit a quick run.</summary>
    public const int LongestSeconds = 10;

    // Pictures smaller than one macroblock say nothing about a codec.
    private const int SmallestSide = 16;
    private const int LongestSlug = 24;

    /// <summary>What jobs and reports must know of it.</summary>
    public CustomMedia ToMedia() => new(Path.GetFileName(Entry.Own!.File), Entry.Own.Sha256, Entry.ToClip(), Notes);

    /// <summary>Checks that there is a readable file, before anything is set up for it.</summary>
    /// <exception cref="PerfException">There is none (exit status 2).</exception>
    public static void CheckReadable(string file) => FootageLook.CheckReadable(file);

    /// <summary>Looks at a file with ffmpeg, at its first seconds alone however long it is, and plans its clip.</summary>
    /// <exception cref="PerfException">No clip can be made of it (exit status 2).</exception>
    public static async Task<CustomClip> Plan(string file, string ffmpeg, CancellationToken cancellation)
    {
        var look = new FootageLook(ffmpeg, file);
        var facts = await look.Facts(cancellation);
        var track = await look.FirstDecoded(facts.SoundTracks, cancellation);
        var (listing, complaint) = await look.Frames(LongestSeconds, cancellation);
        var sound = track is { } heard ? await look.SoundLength(LongestSeconds, heard, cancellation) : TimeSpan.Zero;
        var times = new FrameTimes([.. listing.VideoTimes.Order()]);
        var (width, height) = (listing.Width, listing.Height);
        if (Math.Min(width, height) < SmallestSide)
        {
            throw FootageLook.Refused(
                file, "The pictures of this file are too small to measure", $"{SmallestSide} pixels or more each way", $"{width}x{height}",
                "name a file with larger pictures");
        }

        var rate = times.Rate;
        var framesPerSecond = (double)rate.Numerator / rate.Denominator;
        var frames = Math.Max(1, (int)Math.Round(Math.Min(times.Length, LongestSeconds) * framesPerSecond));
        var own = new CustomFootage(Path.GetFullPath(file), ProductStore.Checksum(file), track ?? 0);
        var (evenWidth, evenHeight) = (width - (width % 2), height - (height % 2));
        var entry = new ClipEntry(
            CustomMediaWorkload.Prefix + Slug(file),
            Path.GetFileName(file),
            Source: null,
            ["-t", $"{LongestSeconds}", "-i", "{source}"],
            // The last picture stays until the last frame, so that rounding to the constant rate leaves none out.
            $"setpts=PTS-STARTPTS,fps={rate.Numerator}/{rate.Denominator},scale={width}:{height},crop={evenWidth}:{evenHeight}:0:0,"
                + $"tpad=stop=-1:stop_mode=clone,trim=end_frame={frames}",
            track is not null
                ? "aformat=sample_rates=48000:channel_layouts=mono|stereo,asetpts=PTS-STARTPTS,apad,"
                    + $"atrim=end={frames / framesPerSecond:0.######}"
                : "",
            frames,
            framesPerSecond,
            evenWidth,
            evenHeight)
        {
            Own = own,
        };
        return new CustomClip(
            entry,
            [
                .. ClipNotes.OfPictures(facts, times, (width, height), entry),
                .. ClipNotes.OfSound(facts, sound, track, entry, ffmpeg),
                .. complaint is null ? [] : (string[])[$"its decoder complains ({complaint}): what could be decoded is measured"],
            ]);
    }

    /// <summary>A file's name as part of a case id.</summary>
    /// <returns>Small letters, digits and single hyphens; "clip" where the name has none.</returns>
    public static string Slug(string file)
    {
        var letters = Path.GetFileNameWithoutExtension(file).ToLowerInvariant()
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ');
        var slug = string.Join('-', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "clip" : slug[..Math.Min(slug.Length, LongestSlug)].TrimEnd('-');
    }
}
