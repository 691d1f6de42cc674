using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// Where a transcode's time goes on each lane: start-up, decoding, filters, encoding, from jobs that lie within each other.
/// </summary>
public sealed class TimeSplitAxis : IAxis
{
    private static readonly Lane Baseline = Lane.NativeOneThread;

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var nested = NestedJobs.Of(run).Where(jobs => !jobs.Lanes.IsEmpty).ToArray();
        return nested.Length == 0 ? null : AxisTable.Create(
            "time-split",
            "Where a transcode's time goes",
            Sentence(nested[0]),
            nested.SelectMany(jobs => jobs.Lanes.SelectMany(lane => Rows(jobs, lane))),
            [
                new("job", "job", "The transcode.", row => row.Jobs.Whole.Subject),
                new("lane", "lane", "The lane.", row => row.Lane.Name),
                new("part", "part", "What a job adds to the one within it: remux, decode to null, decode and scale to null, transcode.",
                    row => row.Part),
                new("seconds", "time", "s",
                    "Paired difference of the two jobs in each round; the remainder is what the medians leave over.",
                    row => row.Seconds),
                new("share", "share", "%", "Of the whole, by rounds.", row => row.Share),
                new("multiple", $"against {Baseline.Name}", "x",
                    $"The part's time against the same part on {Baseline.Name}, by paired rounds.",
                    row => row.Multiple),
            ],
            [
                .. nested.Select(jobs => $"{jobs.Whole.Id} from {string.Join(", ", jobs.Jobs[..^1].Select(job => job.Id))}, in the rounds "
                    + "that all of them share."),
                .. from jobs in nested
                   from lane in jobs.Lanes
                   where jobs.Split(lane).TryGet(out var split) && !split.AddsUp
                   select $"{jobs.Whole.Subject}/{lane.Name}: the parts do not make up the whole within its error; do not read them "
                       + "singly.",
            ]);
    }

    private static IEnumerable<Row> Rows(NestedJobs jobs, Lane lane)
    {
        var split = jobs.Split(lane);
        if (!split.TryGet(out var parts))
        {
            var none = AxisCell.Of(Reading<Estimate>.Unavailable(split.Reason!));
            return [new Row(jobs, lane, "whole", none, none, none)];
        }

        AxisCell Against(Func<Reading<Estimate>> multiple) => lane == Baseline ? AxisCell.Of("baseline") : AxisCell.Of(multiple());
        var remainder = 100 * parts.Remainder / parts.Whole.Value;
        return
        [
            .. parts.Parts.Select((seconds, part) => new Row(
                jobs, lane, NestedJobs.Parts[part], AxisCell.Of(Reading<Estimate>.Of(seconds)),
                AxisCell.Of(jobs.Share(lane, part).Select(share => share.InPercent())),
                Against(() => jobs.Multiple(lane, Baseline, part)))),
            new Row(jobs, lane, "remainder",
                AxisCell.Exact(parts.Remainder, $"{Figures.Of(parts.Remainder)} (error of the whole: {Figures.Of(parts.Tolerance)})"),
                AxisCell.Exact(remainder, Figures.Of(remainder)), AxisCell.Of("")),
            new Row(jobs, lane, "whole", AxisCell.Of(Reading<Estimate>.Of(parts.Whole)), AxisCell.Exact(100),
                Against(() => jobs.Run.Ratio(jobs.Whole, lane, Baseline))),
        ];
    }

    private static Reading<string> Sentence(NestedJobs jobs)
    {
        if (AxisInput.MainLane(jobs.Run.Of(jobs.Whole).Where(summary => jobs.Lanes.Contains(summary.Case.Lane))) is not { } lane)
        {
            return Reading<string>.Unavailable("no module was measured on all of the jobs");
        }

        var slower = new List<(string Name, int Part, Estimate Share, Estimate Excess)>();
        foreach (var (part, name) in NestedJobs.Parts.Index())
        {
            var read = jobs.Share(lane, part).Then(share => jobs.Excess(lane, Baseline, part).Select(excess => (share, excess)));
            if (!read.TryGet(out var found))
            {
                return Reading<string>.Unavailable(read.Reason!);
            }

            if (found.excess.Low > 0)
            {
                slower.Add((name, part, found.share, found.excess));
            }
        }

        if (slower.Count == 0)
        {
            return Reading<string>.Of($"On {lane.Name} no part of {jobs.Whole.Subject} takes longer than on {Baseline.Name}, as far as "
                + "measured.");
        }

        // Where the intervals overlap, nobody knows which of them is the largest.
        var most = slower.MaxBy(part => part.Excess.Value).Excess;
        var largest = slower.Where(part => part.Excess.High >= most.Low).OrderByDescending(part => part.Excess.Value).Select(part =>
            $"{part.Name} ({part.Excess.With("s")} over {Baseline.Name}'s"
            + jobs.Multiple(lane, Baseline, part.Part).Show(multiple => $", {multiple.With("times")}", _ => "")
            + $"; {part.Share.InPercent().With("%")} of the whole)").ToArray();
        return Reading<string>.Of(
            $"{lane.Name} loses the most time on {jobs.Whole.Subject} in {string.Join(" or in ", largest)}"
            + $"{(largest.Length > 1 ? "; these cannot be told apart" : "")}.");
    }

    private sealed record Row(NestedJobs Jobs, Lane Lane, string Part, AxisCell Seconds, AxisCell Share, AxisCell Multiple);
}
