using System.Collections.Immutable;
using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>One job split over N instances: what it saves in waiting, and what it costs in bytes and quality.</summary>
public sealed class SegmentsAxis : IAxis
{
    /// <summary>The native multiple that a job over an instance per core is to stay within.</summary>
    public const double Goal = 2;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The clip and its target size."),
        new("lane", "lane", "", "@segments: the clip split at frame boundaries, its parts encoded at once and joined without encoding again."),
        new("instances", "instances", "", "How many work at once."),
        new("seconds", "time", "s", "How long the job takes, splitting and joining included."),
        new("gain", "gain", "x", "One instance's time against this one's, by paired rounds."),
        new("nativeMultiple", "native multiple", "x", $"The time against native's with all threads; the goal with an instance per core is at most {Goal}."),
        new("bytes", "output", "B", "Size of the output."),
        new("bytesRatio", "bytes", "%", "Size against one instance's output: above 0 it is larger."),
        new("psnr", "PSNR", "dB", "Of the luma plane over all frames, against what the encoder was given."),
        new("lowestPsnr", "lowest frame", "dB", "PSNR of the worst frame: a bad seam shows here."),
        new("frames", "frames", "", "Whether the output has exactly the frames that it must have: none missing at a seam, none twice."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.Segments && !Splits(run, job).IsEmpty).ToImmutableArray();
        return jobs.IsEmpty ? null : new AxisTable(
            "segments",
            "One job over several instances",
            Sentence(run, jobs[0]),
            Columns,
            [.. jobs.SelectMany(job => Shown(run, job).Select(summary => Row(run, summary)))],
            [$"The goal: with an instance per core, at most {Goal} times native with all threads."]);
    }

    private static ImmutableArray<CaseSummary> Splits(AxisInput run, Job job) =>
        [.. run.Of(job).Where(summary => summary.Case.Lane.Mode == LaneMode.Segments)];

    private static IEnumerable<CaseSummary> Shown(AxisInput run, Job job)
    {
        var splits = Splits(run, job);
        return run.Of(job).Where(summary => summary.Case.Lane == Lane.Native
            || splits.Any(split => split == summary || split.Case.Lane.OneInstance().Name == summary.Case.Lane.Name));
    }

    private static CaseSummary? Single(AxisInput run, CaseSummary split) => run.Find(split.Case.Job, split.Case.Lane.OneInstance());

    private static ImmutableArray<AxisCell> Row(AxisInput run, CaseSummary summary)
    {
        var lane = summary.Case.Lane;
        var isSplit = lane.Mode == LaneMode.Segments;
        var baseline = AxisCell.Of("baseline");
        return
        [
            AxisCell.Of(summary.Case.Job.Subject),
            AxisCell.Of(lane.Name),
            AxisCell.Exact(lane.Instances, lane.Instances.ToString(CultureInfo.InvariantCulture)),
            AxisCell.Of(run.Seconds(summary)),
            isSplit ? AxisCell.Of(Gain(run, summary)) : baseline,
            lane == Lane.Native ? baseline : AxisCell.Of(summary.NativeMultiple),
            AxisCell.Of(summary.OutputSize.Select(size => EstimateArithmetic.Exact(size.Bytes)), size => size.Value.ToString("0", CultureInfo.InvariantCulture)),
            isSplit ? AxisCell.Of(ExtraBytes(run, summary), Signed) : baseline,
            AxisCell.Of(summary.Quality.Select(quality => EstimateArithmetic.Exact(quality.PsnrYDb)), Decibels),
            AxisCell.Of(summary.Quality.Select(quality => EstimateArithmetic.Exact(quality.LowestPsnrYDb)), Decibels),
            AxisCell.Of(summary.Frames.Show(frames => Frames(frames, summary.Case.Job.Expected.Frames), reason => $"not measured: {reason}")),
        ];
    }

    private static Reading<Estimate> Gain(AxisInput run, CaseSummary split) => Single(run, split) is { } one
        ? run.Ratio(one, split)
        : Reading<Estimate>.Unavailable($"{split.Case.Lane.OneInstance().Name} was not planned");

    private static Reading<Estimate> ExtraBytes(AxisInput run, CaseSummary split) => Single(run, split) is not { } one
        ? Reading<Estimate>.Unavailable($"{split.Case.Lane.OneInstance().Name} was not planned")
        : one.OutputSize.Then(single => single.Bytes == 0
            ? Reading<Estimate>.Unavailable("one instance's output is empty")
            : split.OutputSize.Select(size => EstimateArithmetic.Exact(100 * (((double)size.Bytes / single.Bytes) - 1))));

    private static Reading<string> Sentence(AxisInput run, Job job)
    {
        var splits = Splits(run, job);
        var split = splits.FirstOrDefault(candidate => candidate.Case.Lane.Instances == run.Host.Cores) ?? splits[^1];
        return Gain(run, split).Then(gain => split.NativeMultiple.Select(multiple =>
            $"{split.Case.Lane.Name} on {job.Subject}: "
            + (gain.Low > 1 ? $"{gain.With("times")} as fast as one instance"
                : gain.High < 1 ? $"only {gain.With("times")} as fast as one instance"
                : "no gain over one instance that was seen")
            + $", {multiple.With("times")} native's time, {AgainstGoal(multiple)}{Costs(run, split)}."));
    }

    private static string AgainstGoal(Estimate multiple) =>
        multiple.High <= Goal ? $"within the goal of {Goal}"
        : multiple.Low > Goal ? $"above the goal of {Goal}"
        : $"not told apart from the goal of {Goal}";

    private static string Costs(AxisInput run, CaseSummary split)
    {
        var bytes = ExtraBytes(run, split).Show(extra => $"; it costs {Signed(extra)} % of bytes", _ => "");
        var quality = Single(run, split) is { } one
            ? one.Quality.Then(single => split.Quality.Select(joined => (All: joined.PsnrYDb - single.PsnrYDb, Lowest: joined.LowestPsnrYDb - single.LowestPsnrYDb)))
                .Show(change => $" and {change.All:+0.00;-0.00;0.00} dB, {change.Lowest:+0.00;-0.00;0.00} dB in the worst frame", _ => "")
            : "";
        return bytes + quality + split.Frames.Show(frames => $"; frames: {Frames(frames, split.Case.Job.Expected.Frames)}", _ => "");
    }

    private static string Frames(int frames, int expected) => frames == expected ? $"exact ({frames})" : $"{frames}, not {expected}";

    private static string Signed(Estimate percent) => $"{percent.Value:+0.00;-0.00;0.00}";

    private static string Decibels(Estimate quality) => $"{quality.Value:0.00}";
}
