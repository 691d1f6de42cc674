using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>Whether a clip looks like the user's file that it was derived from: the file may be damaged or misread.</summary>
internal static class ClipComparison
{
    // Encoding at CRF 12 gives 40 dB and more; noise may cost some. Another picture has 20 or less.
    private const double LowestPsnrDb = 30;

    /// <summary>Compares each frame of a clip with the frame of its file that it was made of.</summary>
    /// <exception cref="PerfException">A frame differs too much, or is missing.</exception>
    public static async Task Compare(
        ClipEntry entry, ImmutableArray<string> inputs, string clip, string ffmpeg, CancellationToken cancellation)
    {
        ImmutableArray<string> arguments =
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", .. inputs, "-i", clip, "-an", "-lavfi",
            $"[0:V:0]{entry.Video},format=yuv420p,settb=AVTB,setpts=N[source];[1:V:0]settb=AVTB,setpts=N[clip];"
                + "[source][clip]" + FramePsnr.Filter,
            "-f", "null", "-",
        ];
        var answer = await Cli.Wrap(ffmpeg).WithArguments(arguments).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        var frames = FramePsnr.Parse(answer.StandardOutput);
        var lowest = frames.Select(frame => frame ?? 0).DefaultIfEmpty(0).Min();
        if (answer.ExitCode != 0 || frames.Length != entry.Frames || lowest < LowestPsnrDb)
        {
            throw new PerfException(ExitStatus.BadUsage, "The clip derived from the file does not look like the file")
            {
                Where = CommandText.Of(ffmpeg, arguments),
                Expected = $"{CountText.Of(entry.Frames, "frame")}, each at {LowestPsnrDb} dB or more",
                Observed = answer.ExitCode != 0 ? $"exit status {answer.ExitCode}: {answer.StandardError.Trim()}"
                    : $"{CountText.Of(frames.Length, "frame")}, the worst at {lowest:0.#} dB",
                Remedy = CustomFootage.Remedy,
            };
        }
    }
}
