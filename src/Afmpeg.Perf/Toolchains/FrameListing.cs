using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Toolchains;

/// <summary>A media file decoded to its end: what FFmpeg's framemd5 muxer lists of it.</summary>
/// <param name="VideoFrames">Decoded video frames.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="VideoStart">The first video frame's time.</param>
/// <param name="VideoEnd">The last video frame's time and its duration.</param>
/// <param name="HasSound">Whether any sound was decoded.</param>
/// <param name="Digest">SHA-256 of the listing: equal digests mean that every decoded frame and sample is equal.</param>
public sealed record FrameListing(int VideoFrames, int Width, int Height, TimeSpan VideoStart, TimeSpan VideoEnd, bool HasSound, string Digest)
{
    /// <summary>Decodes a file.</summary>
    /// <param name="ffmpeg">A native ffmpeg.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The listing, or what the decoder complained of: a file that decodes only with errors does not count.</returns>
    public static async Task<Reading<FrameListing>> Of(string ffmpeg, string file, CancellationToken cancellation)
    {
        var answer = await Cli.Wrap(ffmpeg)
            .WithArguments(["-hide_banner", "-nostdin", "-loglevel", "error", "-i", file, "-map", "0:v", "-map", "0:a?", "-fps_mode", "passthrough", "-f", "framemd5", "-"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        return answer.ExitCode == 0 && answer.StandardError.Length == 0
            ? Parse(answer.StandardOutput)
            : Reading<FrameListing>.NotMeasured($"it does not decode: {FirstLine(answer.StandardError)} (ffmpeg's exit status {answer.ExitCode})");
    }

    /// <summary>Reads a framemd5 listing whose stream 0 is video and whose stream 1, if any, is sound.</summary>
    /// <param name="listing">FFmpeg's text.</param>
    /// <returns>The listing, or that it holds no video.</returns>
    public static Reading<FrameListing> Parse(string listing)
    {
        var lines = listing.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Where(line => line.StartsWith('#')).ToImmutableArray();
        ImmutableArray<string[]> frames = [.. lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(',', StringSplitOptions.TrimEntries))];
        ImmutableArray<string[]> video = [.. frames.Where(frame => frame[0] == "0")];
        if (video.IsEmpty || Field(header, "#dimensions 0:") is not { } dimensions || Field(header, "#tb 0:") is not { } timeBase)
        {
            return Reading<FrameListing>.NotMeasured("it holds no video frame");
        }

        var (numerator, denominator) = Pair(timeBase, '/');
        var (width, height) = Pair(dimensions, 'x');
        TimeSpan Time(long ticks) => TimeSpan.FromSeconds(ticks * (double)numerator / denominator);
        // A frame's fields: stream, dts, pts, duration, size, md5.
        return Reading<FrameListing>.Of(new FrameListing(
            video.Length,
            width,
            height,
            Time(long.Parse(video[0][2])),
            Time(long.Parse(video[^1][2]) + long.Parse(video[^1][3])),
            frames.Length > video.Length,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', frames.Select(frame => string.Join(',', frame))))))));
    }

    private static string? Field(ImmutableArray<string> header, string name) =>
        header.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    private static (int First, int Second) Pair(string text, char separator)
    {
        var parts = text.Split(separator);
        return (int.Parse(parts[0]), int.Parse(parts[1]));
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
