using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Media;

namespace Afmpeg.Perf.Quality;

/// <summary>Two videos compared frame by frame with FFmpeg's psnr and ssim: its arguments, and its answer.</summary>
public static class PictureComparison
{
    // Both get the same times, so that the n-th frame of one meets the n-th of the other; the filters pair by time otherwise, and an output
    // whose muxer shifted it by a few milliseconds reads 23 dB instead of 42. FFmpeg's psnr may end one filter chain only in a null sink:
    // one output stream is enough.
    private const string Graph =
        "[0:v]settb=1/1000,setpts=N,split[a][b];[1:v]settb=1/1000,setpts=N,split[c][d];[a][c]" + FramePsnr.Filter
        + ",nullsink;[b][d]ssim[out]";

    private const string LumaName = "PSNR y:";

    /// <summary>
    /// ffmpeg's arguments, without the program's name. Nothing is converted: pictures of another format or size are an error.
    /// </summary>
    /// <returns>The arguments; the answer is on standard output (a line per frame) and standard error (the averages).</returns>
    public static ImmutableArray<string> Arguments(string output, ReferencePictures reference) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-loglevel", "info", "-noauto_conversion_filters",
        "-i", output,
        "-f", "rawvideo", "-pixel_format", reference.PixelFormat, "-video_size", $"{reference.Width}x{reference.Height}",
        "-i", reference.File,
        "-filter_complex", Graph, "-map", "[out]", "-fps_mode", "passthrough", "-enc_time_base", "1:1000", "-f", "null", "-",
    ];

    /// <summary>Reads FFmpeg's answer.</summary>
    /// <returns>The quality; that nothing was lost; or why the answer cannot be read.</returns>
    public static Reading<PictureQuality> Parse(string perFrame, string averages, int frames)
    {
        var each = FramePsnr.Parse(perFrame);
        var log = Lines(averages);
        var psnr = FramePsnr.Number(log.LastOrDefault(line => line.Contains(LumaName, StringComparison.Ordinal)), LumaName);
        var ssim = FramePsnr.Number(log.LastOrDefault(line => line.Contains("SSIM Y:", StringComparison.Ordinal)), " All:");
        if (psnr is not { } average || ssim is not { } similarity || !double.IsFinite(similarity) || each.Contains(null))
        {
            return Reading<PictureQuality>.Unavailable("ffmpeg's answer on its quality cannot be read");
        }

        if (each.Length != frames)
        {
            return Reading<PictureQuality>.Unavailable($"ffmpeg compared {CountText.Of(each.Length, "frame")}, expected {frames}");
        }

        return double.IsFinite(average)
            ? Reading<PictureQuality>.Of(new PictureQuality(average, similarity, each.Min()!.Value))
            : Reading<PictureQuality>.Unavailable(PictureQuality.NothingLost);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries);
}
