using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>A media file decoded to its end: what FFmpeg's framemd5 muxer lists of it.</summary>
/// <param name="VideoFrames">Decoded video frames.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="VideoStart">The first video frame's time.</param>
/// <param name="VideoEnd">The last video frame's time and its duration.</param>
/// <param name="SoundEnd">The last audio frame's time and its duration; null where no sound was decoded.</param>
/// <param name="VideoDigest">
/// SHA-256 of the listing's video frames: equal digests mean that every decoded picture is equal, and so are their times.
/// </param>
public sealed record FrameListing(
    int VideoFrames, int Width, int Height, TimeSpan VideoStart, TimeSpan VideoEnd, TimeSpan? SoundEnd, string VideoDigest)
{
    /// <summary>The times of the video frames in seconds, in the listing's order.</summary>
    public ImmutableArray<double> VideoTimes { get; init; } = [];

    /// <summary>Decodes a file.</summary>
    /// <returns>The listing, or what the decoder complained of: a file that decodes only with errors does not count.</returns>
    public static async Task<Reading<FrameListing>> Decode(string ffmpeg, string file, CancellationToken cancellation)
    {
        var answer = await Cli.Wrap(ffmpeg)
            .WithArguments(
            [
                "-hide_banner", "-nostdin", "-loglevel", "error", "-i", file,
                "-map", "0:v", "-map", "0:a?", "-fps_mode", "passthrough", "-f", "framemd5", "-",
            ])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return answer.ExitCode == 0 && answer.StandardError.Length == 0
            ? Parse(answer.StandardOutput)
            : Reading<FrameListing>.Unavailable(
                $"it does not decode: {answer.StandardError.Split('\n', 2)[0].Trim()} (ffmpeg's exit status {answer.ExitCode})");
    }

    /// <summary>Reads a framemd5 listing whose stream 0 is video and whose stream 1, if any, is sound.</summary>
    public static Reading<FrameListing> Parse(string listing)
    {
        try
        {
            return ParseLines(listing);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            return Reading<FrameListing>.Unavailable($"ffmpeg's framemd5 listing cannot be read: {fault.Message}");
        }
    }

    /// <summary>How long the sound of a listing lasts, which is that of its last stream; zero where none was decoded.</summary>
    public static TimeSpan SoundLengthOf(string listing)
    {
        var lines = listing.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var frames = lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(',', StringSplitOptions.TrimEntries)).ToArray();
        var stream = frames.Select(frame => frame[0]).Max(StringComparer.Ordinal);
        return Field([.. lines], $"#tb {stream}:") is { } timeBase
            && frames.Where(frame => frame[0] == stream).ToArray() is { Length: > 0 } sound
            ? End(sound[^1], timeBase) - TimeSpan.FromSeconds(Seconds(long.Parse(sound[0][2]), timeBase))
            : TimeSpan.Zero;
    }

    private static Reading<FrameListing> ParseLines(string listing)
    {
        var lines = listing.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Where(line => line.StartsWith('#')).ToImmutableArray();
        ImmutableArray<string[]> frames =
            [.. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(',', StringSplitOptions.TrimEntries))];
        ImmutableArray<string[]> video = [.. frames.Where(frame => frame[0] == "0")];
        if (video.IsEmpty || Field(header, "#dimensions 0:") is not { } dimensions || Field(header, "#tb 0:") is not { } timeBase)
        {
            return Reading<FrameListing>.Unavailable("it holds no video frame");
        }

        var (width, height) = Pair(dimensions, 'x');
        var sound = frames.LastOrDefault(frame => frame[0] == "1");
        var times = video.Select(frame => Seconds(long.Parse(frame[2]), timeBase)).ToImmutableArray();
        return Reading<FrameListing>.Of(new FrameListing(
            video.Length,
            width,
            height,
            TimeSpan.FromSeconds(times[0]),
            End(video[^1], timeBase),
            sound is not null && Field(header, "#tb 1:") is { } soundBase ? End(sound, soundBase) : null,
            TextHash.Of(string.Join('\n', video.Select(frame => string.Join(',', frame)))))
        {
            VideoTimes = times,
        });
    }

    // A frame's fields: stream, dts, pts, duration, size, md5.
    private static TimeSpan End(string[] frame, string timeBase) =>
        TimeSpan.FromSeconds(Seconds(long.Parse(frame[2]) + long.Parse(frame[3]), timeBase));

    private static double Seconds(long ticks, string timeBase)
    {
        var (numerator, denominator) = Pair(timeBase, '/');
        return ticks * (double)numerator / denominator;
    }

    private static string? Field(ImmutableArray<string> header, string name) =>
        header.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    private static (int First, int Second) Pair(string text, char separator)
    {
        var parts = text.Split(separator);
        return (int.Parse(parts[0]), int.Parse(parts[1]));
    }
}
