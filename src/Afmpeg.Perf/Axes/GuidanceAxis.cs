using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What to choose for a goal: of all that was measured of the reference footage in modules, the setting, engine and build that serve it best.</summary>
public sealed class GuidanceAxis : IAxis
{
    private const int Most = 3;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("goal", "goal", "", "What is wanted."),
        new("setting", "setting", "", "Encoder, effort and bitrate to ask for; without a bitrate, constant quality."),
        new("engine", "engine", "", "What executes the module."),
        new("build", "build", "", "How the module is compiled."),
        new("shape", "instances", "", "How many instances work on it."),
        new("realtime", "realtime", "x", "Seconds of media per second."),
        new("bytes", "output", "bytes", "The output's size."),
        new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against what the encoder was given."),
        new("peakBytes", "memory", "bytes", "The largest resident set of a run."),
        new("coldStart", "cold start", "s", "From module bytes to the guest's first instruction."),
        new("equals", "as good", "", $"What the rounds do not tell from it, at most {Most}."),
    ];

    private static readonly ImmutableArray<double> Qualities = [40, 43];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        if (run.Jobs().FirstOrDefault(job => job.Breadth == Breadth.EveryLane && job.Setting.IsLossy) is not { } reference)
        {
            return null;
        }

        var candidates = run.Cases.Where(summary => summary.Case.Lane is { IsWasm: true, Mode: LaneMode.Alone }
            && summary.Case.Job.Workload == reference.Workload && summary.Case.Job.Subject == reference.Subject && run.Rounds(summary).WhyNot is null).ToImmutableArray();
        ImmutableArray<(string Goal, Choice? Best)> goals =
        [
            .. Qualities.Select(decibels => ($"fastest at {decibels} dB or more", Choice.Of(AtLeast(candidates, decibels), summary => summary.RealtimeFactor, highest: true))),
            .. Qualities.Select(decibels => ($"smallest output at {decibels} dB or more", Choice.Of(
                AtLeast(candidates, decibels), summary => summary.OutputSize.Select(size => EstimateArithmetic.Exact(size.Bytes)), highest: false))),
            ("least memory", Choice.Of(candidates, summary => summary.PeakResident, highest: false)),
            ("coldest start", Choice.Of(candidates, summary => summary.ColdStart.Select(time => EstimateArithmetic.Exact(time.TotalSeconds)), highest: false)),
            .. Spread(run, LaneMode.Fleet, LaneMode.Pool, "most of a batch in a time"),
            .. Spread(run, LaneMode.Segments, LaneMode.Segments, "one long job, done soonest"),
        ];
        var known = goals.Where(goal => goal.Best is not null).Select(goal => (goal.Goal, Best: goal.Best!)).ToArray();
        return new AxisTable(
            "guidance",
            "What to choose",
            known.Length == 0 ? Reading<string>.NotMeasured("no module was measured on the reference footage") : Reading<string>.Of(Sentence(known)),
            Columns,
            [.. known.Select(goal => Row(goal.Goal, goal.Best))],
            [$"Chosen among {candidates.Length} measured combinations on {AxisText.Place(reference)}, and the batch and long job of the same footage; what was not measured is not recommended."]);
    }

    private static IEnumerable<(string Goal, Choice? Best)> Spread(AxisInput run, LaneMode one, LaneMode other, string goal) =>
    [
        (goal, Choice.Of(
            [.. run.Cases.Where(summary => summary.Case.Lane.IsWasm && (summary.Case.Lane.Mode == one || summary.Case.Lane.Mode == other) && run.Rounds(summary).WhyNot is null)],
            summary => summary.RealtimeFactor,
            highest: true)),
    ];

    private static ImmutableArray<CaseSummary> AtLeast(ImmutableArray<CaseSummary> candidates, double decibels) =>
        [.. candidates.Where(summary => summary.Quality.TryGet(out var quality) && quality.PsnrYDb >= decibels)];

    private static string Sentence((string Goal, Choice Best)[] goals) => string.Join("; ", goals.Take(1).Concat(goals.Where(goal => goal.Goal.StartsWith("one long", StringComparison.Ordinal)))
        .Select(goal => $"{goal.Goal}: {goal.Best.Summary.Case.Job.Setting.Title} on {goal.Best.Summary.Case.Lane.Name} ({goal.Best.Summary.RealtimeFactor.Show(factor => $"{factor} x realtime", reason => reason)})")) + ".";

    private static ImmutableArray<AxisCell> Row(string goal, Choice best)
    {
        var summary = best.Summary;
        return
        [
            AxisCell.Of(goal),
            AxisCell.Of(summary.Case.Job.Setting.Title),
            AxisCell.Of(summary.Case.Lane.Engine!),
            AxisCell.Of(summary.Case.Lane.Build!),
            AxisCell.Exact(summary.Case.Lane.Instances, $"{summary.Case.Lane.Instances}{(summary.Case.Lane.Mode == LaneMode.Alone ? "" : $" ({summary.Case.Lane.Mode.ToString().ToLowerInvariant()})")}"),
            AxisCell.Of(summary.RealtimeFactor),
            AxisCell.Of(summary.OutputSize.Select(size => EstimateArithmetic.Exact(size.Bytes)), size => new ByteCount((long)size.Value).ToString()),
            AxisText.Plain(summary.Quality.Select(quality => quality.PsnrYDb), decibels => $"{decibels:0.00}"),
            AxisCell.Of(summary.PeakResident, peak => new ByteCount((long)peak.Value).ToString()),
            AxisText.Plain(summary.ColdStart.Select(time => time.TotalSeconds), Figures.Of),
            AxisCell.Of(best.AsGood.IsEmpty ? "-" : AxisText.List(best.AsGood.Select(Named))),
        ];
    }

    private static string Named(CaseSummary summary) => $"{summary.Case.Job.Setting.Title} on {summary.Case.Lane.Name}";

    // The best by its estimate, and the next ones whose intervals reach it.
    private sealed record Choice(CaseSummary Summary, ImmutableArray<CaseSummary> AsGood)
    {
        public static Choice? Of(ImmutableArray<CaseSummary> candidates, Func<CaseSummary, Reading<Estimate>> read, bool highest)
        {
            var known = candidates.Select(summary => (Summary: summary, Value: read(summary).TryGet(out var value) ? value : null)).Where(one => one.Value is not null)
                .OrderBy(one => highest ? -one.Value!.Value : one.Value!.Value).ToArray();
            return known.Length == 0 ? null : new Choice(
                known[0].Summary,
                [.. known.Skip(1).Where(one => highest ? one.Value!.High >= known[0].Value!.Low : one.Value!.Low <= known[0].Value!.High).Take(Most).Select(one => one.Summary)]);
        }
    }
}
