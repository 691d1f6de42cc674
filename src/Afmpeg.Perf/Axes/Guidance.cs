using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What to choose for a goal: of all that was measured of the reference footage in modules, the setting, engine and build that serve it best.</summary>
public static class Guidance
{
    private const int Most = 3;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("goal", "goal", "", "What is wanted."),
        new("for", "for", "", "Whom it is for: a program that embeds the shipped engine, or any engine that runs the module."),
        new("setting", "setting", "", "Encoder, effort and bitrate to ask for; without a bitrate, constant quality."),
        new("engine", "engine", "", "What executes the module."),
        new("build", "build", "", "How the module is compiled."),
        new("shape", "instances", "", "How many instances work on it."),
        new("realtime", "realtime", "x", "Seconds of media per second."),
        new("bytes", "output", "bytes", "The output's size."),
        new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against what the encoder was given."),
        new("peakBytes", "memory", "bytes", "The largest resident set of a run."),
        new("coldStart", "cold start", "s", "From module bytes to the guest's first instruction."),
        new("equals", "as good", "", $"What the rounds cannot tell apart from it, at most {Most}."),
    ];

    private static readonly ImmutableArray<double> Qualities = [40, 43];

    /// <summary>Reads it off a run.</summary>
    /// <param name="run">The run.</param>
    /// <returns>A row per goal that something measured serves; null where the run has no reference footage.</returns>
    public static AxisTable? Of(AxisInput run)
    {
        if (run.Jobs().FirstOrDefault(job => job.LaneCoverage == LaneCoverage.EveryLane && job.Setting.IsLossy) is not { } reference)
        {
            return null;
        }

        var candidates = run.Cases.Where(summary => summary.Case.Lane is { IsWasm: true, Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false }
            && summary.Case.Job.Workload == reference.Workload && summary.Case.Job.Subject == reference.Subject && run.Rounds(summary).Reason is null).ToImmutableArray();
        var known = Goals(run, candidates).SelectMany(BestOf).ToArray();
        return new AxisTable(
            "guidance",
            "What to choose",
            known.Length == 0 ? Reading<string>.Unavailable("no module was measured on the reference footage") : Reading<string>.Of(Sentence(known)),
            Columns,
            [.. known.Select(Row)],
            [
                $"Chosen among {candidates.Length} measured combinations on {AxisText.Place(reference)}, and the batch and long job of the same footage; what was not measured is not recommended.",
                $"{MatrixDesign.ShippedEngine}: for a Go program that is built without cgo, as afmpeg and GoToSocial are. A row for any engine stands only where another engine serves the goal better. None of them checks inside the guest whether to stop.",
            ]);
    }

    private static IEnumerable<Goal> Goals(
        AxisInput run, ImmutableArray<CaseSummary> candidates) =>
    [
        .. Qualities.Select(decibels => Fastest($"fastest at {decibels} dB or more", AtLeast(candidates, decibels))),
        .. Qualities.Select(decibels => new Goal(
            $"smallest output at {decibels} dB or more",
            AtLeast(candidates, decibels),
            summary => summary.OutputSize.Select(size => EstimateArithmetic.Exact(size.Bytes)),
            false)),
        new("least memory", candidates, summary => summary.PeakResident, false),
        new("coldest start", candidates, summary => summary.ColdStart.Select(time => EstimateArithmetic.Exact(time.TotalSeconds)), false),
        Fastest("most of a batch in a time", Spread(run, lane => lane.Mode is LaneMode.Fleet or LaneMode.Pool or LaneMode.Runtimes)),
        Fastest("one long job, done soonest", Spread(run, lane => lane.Mode == LaneMode.Segments)),
    ];

    private static Goal Fastest(string name, ImmutableArray<CaseSummary> candidates) => new(name, candidates, summary => summary.RealtimeFactor, true);

    // The shipped engine first; any other one only where it does better.
    private static IEnumerable<Advice> BestOf(Goal goal)
    {
        var shipped = Choice.Of([.. goal.Candidates.Where(summary => summary.Case.Lane.Engine == MatrixDesign.ShippedEngine)], goal.Read, goal.Highest);
        var any = Choice.Of(goal.Candidates, goal.Read, goal.Highest);
        return
        [
            .. shipped is null ? (Advice[])[] : [new Advice(goal.Name, MatrixDesign.ShippedEngine, shipped)],
            .. any is null || any.Summary == shipped?.Summary ? (Advice[])[] : [new Advice(goal.Name, "any engine", any)],
        ];
    }

    private static ImmutableArray<CaseSummary> Spread(AxisInput run, Func<Lane, bool> isSpread) =>
        [.. run.Cases.Where(summary => summary.Case.Lane is { IsWasm: true, Stop: StopCheck.None } lane && isSpread(lane) && run.Rounds(summary).Reason is null)];

    private static ImmutableArray<CaseSummary> AtLeast(ImmutableArray<CaseSummary> candidates, double decibels) =>
        [.. candidates.Where(summary => summary.Quality.TryGet(out var quality) && quality.PsnrYDb >= decibels)];

    private static string Sentence(Advice[] choices) => string.Join("; ", choices
        .Where(choice => choice.Goal == choices[0].Goal || choice.Goal.StartsWith("one long", StringComparison.Ordinal))
        .Select(choice => $"{choice.Goal}, {choice.For}: {choice.Best.Summary.Case.Job.Setting.Title} on {choice.Best.Summary.Case.Lane.Name}"
            + $" ({choice.Best.Summary.RealtimeFactor.Show(factor => $"{factor} x realtime", reason => reason)})")) + ".";

    private static ImmutableArray<AxisCell> Row(Advice choice)
    {
        var summary = choice.Best.Summary;
        var lane = summary.Case.Lane;
        return
        [
            AxisCell.Of(choice.Goal),
            AxisCell.Of(choice.For),
            AxisCell.Of(summary.Case.Job.Setting.Title),
            AxisCell.Of(lane.Engine!),
            AxisCell.Of(lane.Build!),
            AxisCell.Exact(lane.Instances, $"{lane.Instances}{(lane.Mode == LaneMode.Alone ? "" : $" ({lane.Mode.ToString().ToLowerInvariant()})")}"),
            AxisCell.Of(summary.RealtimeFactor),
            AxisCell.Of(summary.OutputSize.Select(size => EstimateArithmetic.Exact(size.Bytes)), size => new ByteCount((long)size.Value).ToString()),
            AxisText.Plain(summary.Quality.Select(quality => quality.PsnrYDb), decibels => $"{decibels:0.00}"),
            AxisCell.Of(summary.PeakResident, peak => new ByteCount((long)peak.Value).ToString()),
            AxisText.Plain(summary.ColdStart.Select(time => time.TotalSeconds), Figures.Of),
            AxisCell.Of(choice.Best.AsGood.IsEmpty ? "-" : AxisText.List(choice.Best.AsGood.Select(Named))),
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

    /// <summary>What is wanted.</summary>
    /// <param name="Name">The goal in words.</param>
    /// <param name="Candidates">The cases to choose from.</param>
    /// <param name="Read">What a case is chosen by.</param>
    /// <param name="Highest">Whether more of that is better.</param>
    private sealed record Goal(string Name, ImmutableArray<CaseSummary> Candidates, Func<CaseSummary, Reading<Estimate>> Read, bool Highest);

    /// <summary>What serves a goal best.</summary>
    /// <param name="Goal">The goal in words.</param>
    /// <param name="For">Whom it is for: an engine's name, or any engine.</param>
    /// <param name="Best">The choice.</param>
    private sealed record Advice(string Goal, string For, Choice Best);
}
