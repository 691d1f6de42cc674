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
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs(LaneCoverage.Segments).Where(job => !Splits(run, job).IsEmpty).ToArray();
        Column<CaseSummary> Compared(string key, string header, string unit, string legend, Func<CaseSummary, AxisCell> cell) =>
            new(key, header, unit, legend, summary => IsSplit(summary) ? cell(summary) : AxisCell.Of("baseline"));
        return jobs.Length == 0 ? null : AxisTable.Create(
            "segments",
            "One job over several instances",
            Sentence(run, jobs[0]),
            jobs.SelectMany(job => Shown(run, job)),
            [
                new("job", "job", "The clip and its target size.", summary => summary.Case.Job.Subject),
                new("lane", "lane",
                    "@segments: the clip split at frame boundaries, its parts encoded at once and joined without encoding again.",
                    summary => summary.Case.Lane.Name),
                new("instances", "instances", "", "How many work at once.", summary => AxisCell.Exact(summary.Case.Lane.Instances)),
                new("seconds", "time", "s", "How long the job takes, splitting and joining included.", run.Seconds),
                Compared("gain", "gain", "x", "One instance's time against this one's, by paired rounds.",
                    split => AxisCell.Of(Gain(run, split))),
                new("nativeMultiple", "native multiple", "x",
                    "The time against native's with all threads.",
                    summary => summary.Case.Lane == Lane.Native ? AxisCell.Of("baseline") : AxisCell.Of(summary.NativeMultiple)),
                new("bytes", "output", "B", "Size of the output.",
                    summary => summary.OutputSize.Number(), bytes => bytes.ToString("0", CultureInfo.InvariantCulture)),
                Compared("bytesRatio", "bytes", "%", "Size against one instance's output: above 0 it is larger.",
                    split => AxisCell.Exact(ExtraBytes(run, split), Signed)),
                new("psnr", "PSNR", "dB", "Of the luma plane over all frames, against the encoder's input.",
                    summary => summary.Quality.Select(quality => quality.PsnrYDb), Decibels),
                new("lowestPsnr", "lowest frame", "dB", "PSNR of the worst frame: a bad seam shows here.",
                    summary => summary.Quality.Select(quality => quality.LowestPsnrYDb), Decibels),
                new("frames", "frames", "Whether the output has exactly the frames that it must have: none missing at a seam, none twice.",
                    summary => summary.Frames.Show(
                        frames => Frames(frames, summary.Case.Job.Expected.Frames), reason => $"not measured: {reason}")),
            ]);
    }

    private static bool IsSplit(CaseSummary summary) => summary.Case.Lane.Mode == LaneMode.Segments;

    private static ImmutableArray<CaseSummary> Splits(AxisInput run, Job job) => [.. run.Of(job).Where(IsSplit)];

    // Each split, its single instance, and native.
    private static IEnumerable<CaseSummary> Shown(AxisInput run, Job job)
    {
        var splits = Splits(run, job);
        return run.Of(job).Where(summary => summary.Case.Lane == Lane.Native
            || splits.Any(split => split == summary || split.Case.Lane.OneInstance().Name == summary.Case.Lane.Name));
    }

    private static Reading<CaseSummary> Single(AxisInput run, CaseSummary split) =>
        run.Find(split.Case.Job, split.Case.Lane.OneInstance()) is { } one
        ? Reading<CaseSummary>.Of(one)
        : Reading<CaseSummary>.Unavailable($"{split.Case.Lane.OneInstance().Name} was not planned");

    private static Reading<Estimate> Gain(AxisInput run, CaseSummary split) => Single(run, split).Then(one => run.Ratio(one, split));

    // In per cent.
    private static Reading<double> ExtraBytes(AxisInput run, CaseSummary split) => Single(run, split).Then(one =>
        one.OutputSize.Then(single => single.Bytes == 0
            ? Reading<double>.Unavailable("one instance's output is empty")
            : split.OutputSize.Select(size => 100 * (((double)size.Bytes / single.Bytes) - 1))));

    private static Reading<string> Sentence(AxisInput run, Job job)
    {
        var splits = Splits(run, job);
        var split = splits.FirstOrDefault(candidate => candidate.Case.Lane.Instances == run.Host.Cores) ?? splits[^1];
        return Gain(run, split).Then(gain => split.NativeMultiple.Select(multiple =>
            $"{split.Case.Lane.Name} on {job.Subject}: "
            + (!gain.TellsApart() ? "no faster than one instance, as far as measured"
                : $"{(gain.High < 1 ? "only " : "")}{gain.With("times")} as fast as one instance")
            + $", {multiple.With("times")} native's time{Costs(run, split)}."));
    }

    private static string Costs(AxisInput run, CaseSummary split)
    {
        var bytes = ExtraBytes(run, split).Show(extra => $"; bytes {Signed(extra)} %", _ => "");
        var quality = Single(run, split).Then(one => one.Quality).Then(single => split.Quality.Select(joined =>
            $", average PSNR {Signed(joined.PsnrYDb - single.PsnrYDb)} dB, worst frame "
                + $"{Signed(joined.LowestPsnrYDb - single.LowestPsnrYDb)} dB"));
        var frames = split.Frames.Show(frames => $", frames {Frames(frames, split.Case.Job.Expected.Frames)}", _ => "");
        return bytes + quality.Show(text => text, _ => "") + frames;
    }

    private static string Frames(int frames, int expected) => frames == expected ? $"exact ({frames})" : $"{frames}, not {expected}";

    private static string Signed(double number) => $"{number:+0.00;-0.00;0.00}";

    private static string Decibels(double quality) => $"{quality:0.00}";
}
