using System.Globalization;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Workloads;

/// <summary>
/// One job split at frame boundaries into parts that can be encoded beside each other, and joined without encoding again. x264 at constant
/// quality needs nothing at the seams: its rate factor looks at no other part. A seam costs a keyframe, and what the lookahead and the
/// references would have known across it. At an average bitrate each part gets the same bits, however hard its pictures are.
/// </summary>
/// <param name="Parts">What runs first, side by side: the sound, where the job has any, then the pictures part by part.</param>
/// <param name="List">The text of <see cref="ListFile"/>: the parts in order, for FFmpeg's concat demuxer.</param>
/// <param name="Join">ffmpeg's arguments of what runs last: it copies the parts and the sound into the job's output file.</param>
public sealed record SegmentPlan(ImmutableArray<Job> Parts, string List, ImmutableArray<string> Join)
{
    /// <summary>The list's name in the folder of outputs.</summary>
    public const string ListFile = "parts.txt";

    // mp4 parts keep the job's own time base, in which every frame's time is exact; an mkv's is a millisecond.
    private const string SoundFile = "sound.mp4";

    /// <summary>Splits a job.</summary>
    /// <param name="job">The job: one whole clip, encoded to as many frames as it has.</param>
    /// <param name="instances">Over how many instances at most, 1 or more.</param>
    public static Reading<SegmentPlan> Of(Job job, int instances) => WhyNotSplit(job) is { } reason
        ? Reading<SegmentPlan>.Unavailable(reason)
        : Reading<SegmentPlan>.Of(Split(job, SegmentCut.Starts(job.Expected.Frames, ClipOf(job).KeyframeInterval, instances)));

    private static string? WhyNotSplit(Job job) => job switch
    {
        { Inputs: not [{ Options: [], Item: Clip }] } => "cannot be split: it has more than one whole clip as its input",
        { Copies: not 1 } => "cannot be split: it is a batch",
        { OutputFile: null } => "cannot be split: its output is thrown away",
        { Setting.IsLossy: false } => "cannot be split: it encodes no video",
        _ when job.Expected.Frames != ClipOf(job).Frames => "cannot be split: it does not make one frame of each of its clip's",
        _ => null,
    };

    private static Clip ClipOf(Job job) => (Clip)job.Inputs[0].Item;

    private static SegmentPlan Split(Job job, ImmutableArray<int> starts)
    {
        var clip = ClipOf(job);
        var ends = starts.RemoveAt(0).Add(job.Expected.Frames);
        ImmutableArray<Job> pictures = [.. starts.Select((start, index) => Part(job, index + 1, start, ends[index]))];
        var list = new StringBuilder("ffconcat version 1.0\n");
        foreach (var (index, part) in pictures.Index())
        {
            var seconds = (ends[index] - starts[index]) / clip.FramesPerSecond;
            list.Append(CultureInfo.InvariantCulture, $"file {part.OutputFile}\nduration {seconds:0.000000}\n");
        }

        var sound = job.Expected.HasSound ? (ImmutableArray<Job>)[Sound(job)] : [];
        return new SegmentPlan([.. sound, .. pictures], list.ToString(), JoinOf(job));
    }

    private static Job Part(Job job, int number, int start, int end) => job with
    {
        Inputs = [job.Inputs[0] with { Options = start == 0 ? [] : ["-ss", $"{Milliseconds(start, ClipOf(job))}ms"] }],
        Container = [.. job.Container, "-an", "-frames:v", $"{end - start}"],
        OutputFile = $"part-{number}.mp4",
    };

    private static Job Sound(Job job) =>
        job with { Setting = EncoderSetting.Null, Container = [.. job.Container, "-vn"], OutputFile = SoundFile };

    // FFmpeg's mkv muxer rounds to the nearest millisecond. To seek there finds the frame, and where it is a keyframe nothing before it is
    // decoded. A millisecond late would lose the frame, one early costs nothing but time: exact halves are rounded down.
    private static long Milliseconds(int frame, Clip clip) => (long)Math.Floor((frame * 1000 / clip.FramesPerSecond) + 0.5 - 1e-6);

    private static ImmutableArray<string> JoinOf(Job job)
    {
        var sound = job.Expected.HasSound;
        return
        [
            .. Job.CommonOptions,
            "-f", "concat", "-i", $"{Job.OutputFolder}/{ListFile}",
            .. sound ? (string[])["-i", $"{Job.OutputFolder}/{SoundFile}"] : [],
            "-map", "0:v:0", .. sound ? (string[])["-map", "1:a:0"] : [],
            .. job.Container, "-fps_mode", "passthrough", "-c:v", "copy", "-c:a", "copy",
            $"{Job.OutputFolder}/{job.OutputFile}",
        ];
    }
}
