using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>Where a transcode's time goes on each lane: start-up, decoding, filters, encoding, from jobs that lie within each other.</summary>
public sealed class TimeSplitAxis : IAxis
{
    private static readonly Lane Baseline = Lane.NativeOneThread;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The transcode."),
        new("lane", "lane", "", "The lane."),
        new("part", "part", "", "What a job adds to the one within it: remux, decode to null, decode and scale to null, transcode."),
        new("seconds", "time", "s", "Paired difference of the two jobs in each round; the remainder is what the medians leave over."),
        new("share", "share", "%", "Of the whole, by rounds."),
        new("multiple", $"against {Baseline.Name}", "x", $"The part's time against the same part on {Baseline.Name}, by paired rounds."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var nested = NestedJobs.Of(run).Where(jobs => !jobs.Lanes.IsEmpty).ToImmutableArray();
        return nested.IsEmpty ? null : new AxisTable(
            "time-split",
            "Where a transcode's time goes",
            Sentence(nested[0]),
            Columns,
            [.. nested.SelectMany(jobs => jobs.Lanes.SelectMany(lane => Rows(jobs, lane)))],
            [
                .. nested.Select(jobs => $"{jobs.Jobs[^1].Id} from {string.Join(", ", jobs.Jobs[..^1].Select(job => job.Id))}, in the rounds that all of them share."),
                .. nested.SelectMany(jobs => jobs.Lanes.SelectMany(lane => Unsound(jobs, lane))),
            ]);
    }

    private static IEnumerable<ImmutableArray<AxisCell>> Rows(NestedJobs jobs, Lane lane)
    {
        ImmutableArray<AxisCell> head = [AxisCell.Of(jobs.Jobs[^1].Subject), AxisCell.Of(lane.Name)];
        var split = jobs.Split(lane);
        if (!split.TryGet(out var parts))
        {
            var none = AxisCell.Of(Reading<Estimate>.Unavailable(split.Reason!));
            return [[.. head, AxisCell.Of("whole"), none, none, none]];
        }

        return
        [
            .. parts.Parts.Select((seconds, part) => (ImmutableArray<AxisCell>)
            [
                .. head,
                AxisCell.Of(NestedJobs.Parts[part]),
                AxisCell.Of(Reading<Estimate>.Of(seconds)),
                AxisCell.Of(jobs.Share(lane, part).Select(share => share.InPercent())),
                Against(lane, () => jobs.Multiple(lane, Baseline, part)),
            ]),
            [
                .. head,
                AxisCell.Of("remainder"),
                AxisCell.Exact(parts.Remainder, $"{Figures.Of(parts.Remainder)} (error of the whole: {Figures.Of(parts.Tolerance)})"),
                AxisCell.Exact(100 * parts.Remainder / parts.Whole.Value, Figures.Of(100 * parts.Remainder / parts.Whole.Value)),
                AxisCell.Of(""),
            ],
            [
                .. head,
                AxisCell.Of("whole"),
                AxisCell.Of(Reading<Estimate>.Of(parts.Whole)),
                AxisCell.Exact(100, "100"),
                Against(lane, () => Whole(jobs, lane)),
            ],
        ];
    }

    private static AxisCell Against(Lane lane, Func<Reading<Estimate>> multiple) => lane == Baseline ? AxisCell.Of("baseline") : AxisCell.Of(multiple());

    private static Reading<Estimate> Whole(NestedJobs jobs, Lane lane) =>
        jobs.Run.Find(jobs.Jobs[^1], lane) is { } own && jobs.Run.Find(jobs.Jobs[^1], Baseline) is { } other
            ? jobs.Run.Ratio(own, other)
            : Reading<Estimate>.Unavailable($"{Baseline.Name} was not planned");

    private static IEnumerable<string> Unsound(NestedJobs jobs, Lane lane) => jobs.Split(lane).TryGet(out var split) && !split.AddsUp
        ? [$"{jobs.Jobs[^1].Subject}/{lane.Name}: the parts do not make up the whole within its error; do not read them singly."]
        : [];

    private static Reading<string> Sentence(NestedJobs jobs)
    {
        var cases = jobs.Run.Of(jobs.Jobs[^1]).Where(summary => jobs.Lanes.Contains(summary.Case.Lane));
        if (RoundReading.Speaker(cases) is not { } lane)
        {
            return Reading<string>.Unavailable("no module was measured on all of the jobs");
        }

        var parts = NestedJobs.Parts.Select((name, part) => (Name: name, Share: jobs.Share(lane, part), Excess: jobs.Excess(lane, Baseline, part), Part: part)).ToArray();
        var missing = parts.Select(part => part.Share.Reason ?? part.Excess.Reason).FirstOrDefault(reason => reason is not null);
        if (missing is not null)
        {
            return Reading<string>.Unavailable(missing);
        }

        var slower = parts.Select(part => (part.Name, part.Part, Share: Value(part.Share), Excess: Value(part.Excess)))
            .Where(part => part.Excess.Low > 0)
            .OrderByDescending(part => part.Excess.Value)
            .ToArray();
        if (slower.Length == 0)
        {
            return Reading<string>.Of($"On {lane.Name} no part of {jobs.Jobs[^1].Subject} takes longer than on {Baseline.Name}, as far as was seen.");
        }

        // Where the intervals overlap, nobody knows which of them is the largest.
        var largest = slower.Where(part => part.Excess.High >= slower[0].Excess.Low).ToArray();
        var described = largest.Select(part =>
            $"{part.Name} ({part.Excess.With("s")} over {Baseline.Name}'s{jobs.Multiple(lane, Baseline, part.Part).Show(multiple => $", {multiple.With("times")}", _ => "")}; {part.Share.InPercent().With("%")} of the whole)");
        return Reading<string>.Of(
            $"On {lane.Name} most of what {jobs.Jobs[^1].Subject} takes longer than on {Baseline.Name} is lost in {string.Join(" or in ", described)}: dig there"
            + $"{(largest.Length > 1 ? "; they are not told apart" : "")}.");
    }

    private static Estimate Value(Reading<Estimate> reading) => reading.TryGet(out var estimate) ? estimate : throw new InvalidOperationException(reading.Reason);
}
