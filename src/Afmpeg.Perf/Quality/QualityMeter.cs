using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.Quality;

/// <summary>Measures how much of its pictures an output lost. Outputs that decode to the same pictures are measured once.</summary>
public sealed class QualityMeter(string ffmpeg, CancellationToken cancellation)
{
    private readonly ReferenceStore references = new(ffmpeg, cancellation);
    private readonly Dictionary<(string Reference, string Pictures), Reading<Reading<PictureQuality>>> measured = [];

    /// <summary>Adds the quality of an output that is right in all else; of a batch, of any of its outputs.</summary>
    /// <returns>
    /// The facts with the quality or the reason why it is not measured; or what is wrong: an output of another number of frames than its
    /// encoder was given.
    /// </returns>
    public Reading<OutputFacts> AddTo(OutputFacts facts, Job job, WorkFolder folder, string output)
    {
        if (WhyNotMeasured(job) is { } reason)
        {
            return Reading<OutputFacts>.Of(facts with { Quality = Reading<PictureQuality>.Unavailable(reason) });
        }

        var key = (ReferenceStore.KeyOf(job), facts.FramesDigest!);
        if (!measured.TryGetValue(key, out var found))
        {
            found = Measure(job, folder, output);
            measured[key] = found;
        }

        return found.Select(quality => facts with { Quality = quality });
    }

    private static string? WhyNotMeasured(Job job)
    {
        var size = ReferencePictures.SizeOf(job.Expected);
        return job switch
        {
            { Setting.IsLossy: false } => PictureQuality.NoLossyPicture,
            { OutputFile: null } => PictureQuality.NoOutput,
            { PixelFormat: not ("yuv420p" or "yuvj420p") } =>
                $"quality is measured of 4:2:0 pictures, the job's are {job.PixelFormat ?? "of no stated format"}",
            _ when size.Bytes > ReferenceStore.MostRoom.Bytes =>
                $"quality is measured of up to {ReferenceStore.MostRoom} of pictures, the job's are {size}",
            _ => null,
        };
    }

    // The outer reading is what is wrong with the output, the inner one why its quality is not known.
    private Reading<Reading<PictureQuality>> Measure(Job job, WorkFolder folder, string output)
    {
        var reference = references.Make(job, folder);
        if (!reference.TryGet(out var given))
        {
            return Reading<Reading<PictureQuality>>.Of(Reading<PictureQuality>.Unavailable(reference.Reason!));
        }

        return given.Frames == job.Expected.Frames
            ? Reading<Reading<PictureQuality>>.Of(Compare(job, given, output))
            : Reading<Reading<PictureQuality>>.Unavailable(
                $"wrong output: it has {CountText.Of(job.Expected.Frames, "frame")}, and its encoder was given "
                + (given.Frames > job.Expected.Frames ? "more" : $"{given.Frames}"));
    }

    private Reading<PictureQuality> Compare(Job job, ReferencePictures given, string output)
    {
        var answer = Cli.Wrap(ffmpeg).WithArguments(PictureComparison.Arguments(output, given)).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellation).GetAwaiter().GetResult();
        return answer.ExitCode == 0
            ? PictureComparison.Parse(answer.StandardOutput, answer.StandardError, job.Expected.Frames)
            : Reading<PictureQuality>.Unavailable(
                $"it cannot be compared with its encoder's input (ffmpeg's exit status {answer.ExitCode}): "
                + answer.StandardError.TrimEnd().Split('\n')[^1].Trim());
    }
}
