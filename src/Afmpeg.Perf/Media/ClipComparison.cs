using System.Globalization;
using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Media;

/// <summary>Whether a clip looks like the user's file that it was derived from: the file may be damaged or misread.</summary>
internal static partial class ClipComparison
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
                + "[source][clip]psnr=stats_file=-",
            "-f", "null", "-",
        ];
        var answer = await Cli.Wrap(ffmpeg).WithArguments(arguments).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation);
        var frames = answer.StandardOutput.Split('\n').Select(line => FramePsnr().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["decibels"].Value == "inf" ? double.PositiveInfinity
                : double.Parse(match.Groups["decibels"].Value, CultureInfo.InvariantCulture))
            .ToArray();
        if (answer.ExitCode != 0 || frames.Length != entry.Frames || frames.Min() < LowestPsnrDb)
        {
            throw new PerfException(ExitStatus.BadUsage, "The clip derived from the file does not look like the file")
            {
                Where = CommandText.Of(ffmpeg, arguments),
                Expected = $"{CountText.Of(entry.Frames, "frame")}, each at {LowestPsnrDb} dB or more",
                Observed = answer.ExitCode != 0 ? $"exit status {answer.ExitCode}: {answer.StandardError.Trim()}"
                    : $"{CountText.Of(frames.Length, "frame")}, the worst at {frames.DefaultIfEmpty(0).Min():0.#} dB",
                Remedy = CustomFootage.Remedy,
            };
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"psnr_y:(?<decibels>inf|[\d.]+)", Options, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FramePsnr();
}
