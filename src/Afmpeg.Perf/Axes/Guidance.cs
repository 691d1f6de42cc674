using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// What to choose for a goal: of all that was measured of the reference footage in modules, the setting, engine and build that serve it
/// best.
/// </summary>
public static class Guidance
{
    private const int Most = 3;

    /// <summary>A row per goal that something measured serves; null where the run has no reference footage.</summary>
    public static AxisTable? Of(AxisInput run)
    {
        if (run.Jobs(LaneCoverage.EveryLane).FirstOrDefault(job => job.Setting.IsLossy) is not { } reference)
        {
            return null;
        }

        CaseSummary[] Measured(Func<Lane, bool> fits) => [.. run.Cases.Where(summary =>
            summary.Case.Lane is { IsWasm: true, Stop: StopCheck.None } lane && fits(lane) && run.Rounds(summary).Reason is null)];
        CaseSummary[] candidates = [.. Measured(lane => lane is { Mode: LaneMode.Alone, IsReferenceOnly: false })
            .Where(summary => AxisText.Place(summary.Case.Job) == AxisText.Place(reference))];
        CaseSummary[] AtLeast(double decibels) =>
            [.. candidates.Where(summary => summary.Quality.TryGet(out var quality) && quality.PsnrYDb >= decibels)];
        Goal Fastest(string name, CaseSummary[] among) => new(name, among, summary => summary.RealtimeFactor, IsHighestBest: true);
        Goal Least(string name, CaseSummary[] among, Func<CaseSummary, Reading<Estimate>> read) =>
            new(name, among, read, IsHighestBest: false);
        Goal[] goals =
        [
            Fastest("fastest at 40 dB or more", AtLeast(40)),
            Fastest("fastest at 43 dB or more", AtLeast(43)),
            Least("smallest output at 40 dB or more", AtLeast(40), summary => Exact(summary.OutputSize.Number())),
            Least("smallest output at 43 dB or more", AtLeast(43), summary => Exact(summary.OutputSize.Number())),
            Least("least memory", candidates, summary => summary.PeakResident),
            Least("shortest cold start", candidates, summary => Exact(summary.ColdStart.Select(time => time.TotalSeconds))),
            Fastest("most of a batch in a time", Measured(lane => lane.Mode is LaneMode.Fleet or LaneMode.Pool or LaneMode.Runtimes)),
            Fastest("one long job, done soonest", Measured(lane => lane.Mode == LaneMode.Segments)),
        ];
        var choices = goals.SelectMany(Choices).ToArray();
        return AxisTable.Create(
            "guidance",
            "What to choose",
            choices.Length == 0
                ? Reading<string>.Unavailable("no module was measured on the reference footage")
                : Reading<string>.Of(Sentence(choices)),
            choices,
            [
                new("goal", "goal", "What is wanted.", choice => choice.Goal.Name),
                new("for", "for", "Whom it is for: a program that embeds the shipped engine, or any engine that runs the module.",
                    choice => choice.For),
                new("setting", "setting", "Encoder, effort and bitrate to ask for; without a bitrate, constant quality.",
                    choice => choice.Best.Case.Job.Setting.Title),
                new("engine", "engine", "What executes the module.", choice => choice.Best.Case.Lane.Engine!),
                new("build", "build", "How the module is compiled.", choice => choice.Best.Case.Lane.Build!),
                new("shape", "instances", "", "How many instances work on it.", choice => Instances(choice.Best.Case.Lane)),
                new("realtime", "realtime", "x", "Seconds of media per second.", choice => choice.Best.RealtimeFactor),
                new("bytes", "output", "bytes", "The output's size.", choice => choice.Best.OutputSize.Number(), AxisText.Bytes),
                new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against the encoder's input.",
                    choice => choice.Best.Quality.Select(quality => quality.PsnrYDb), decibels => $"{decibels:0.00}"),
                new("peakBytes", "memory", "bytes", "The largest resident set of a run.",
                    choice => choice.Best.PeakResident, AxisText.Bytes),
                new("coldStart", "cold start", "s", "From module bytes to the guest's first instruction.",
                    choice => choice.Best.ColdStart.Select(time => time.TotalSeconds), Figures.Of),
                new("equals", "as good", $"What the rounds cannot tell apart from it, at most {Most}.", AsGood),
            ],
            $"Chosen among {candidates.Length} measured combinations on {AxisText.Place(reference)}, and the batch and long job of the "
                + "same footage; what was not measured is not recommended.",
            $"{MatrixDesign.ShippedEngine}: for a Go program that is built without cgo, as afmpeg and GoToSocial are. A row for any engine "
                + "stands only where another engine serves the goal better. None of them checks inside the guest whether to stop.");
    }

    private static Reading<Estimate> Exact(Reading<double> number) => number.Select(EstimateArithmetic.Exact);

    // For the shipped engine first; for any other one only where it does better.
    private static IEnumerable<Choice> Choices(Goal goal)
    {
        var all = goal.Ranked();
        var shipped = all.FirstOrDefault(summary => summary.Case.Lane.Engine == MatrixDesign.ShippedEngine);
        return
        [
            .. shipped is null ? (Choice[])[] : [new Choice(goal, MatrixDesign.ShippedEngine, shipped)],
            .. all.Length == 0 || all[0] == shipped ? (Choice[])[] : [new Choice(goal, "any engine", all[0])],
        ];
    }

    private static string Sentence(Choice[] choices) =>
        $"{choices[0].Goal.Name}, on {choices[0].For}: {Named(choices[0].Best)}"
        + $" ({choices[0].Best.RealtimeFactor.Show(factor => $"{factor} x realtime", reason => reason)}).";

    private static AxisCell Instances(Lane lane) => lane.Mode == LaneMode.Alone
        ? AxisCell.Exact(lane.Instances)
        : AxisCell.Exact(lane.Instances, $"{lane.Instances} ({lane.Mode.ToString().ToLowerInvariant()})");

    // The next best ones whose intervals reach the best.
    private static string AsGood(Choice choice)
    {
        var others = choice.Goal.Ranked()
            .Where(other => choice.For != MatrixDesign.ShippedEngine || other.Case.Lane.Engine == MatrixDesign.ShippedEngine)
            .Where(other => other != choice.Best && choice.Goal.Reaches(other, choice.Best)).Take(Most).Select(Named).ToArray();
        return others.Length == 0 ? "-" : AxisText.List(others);
    }

    private static string Named(CaseSummary summary) => $"{summary.Case.Job.Setting.Title} on {summary.Case.Lane.Name}";

    // What is wanted, the cases to choose from, and what they are chosen by.
    private sealed record Goal(string Name, CaseSummary[] Candidates, Func<CaseSummary, Reading<Estimate>> Read, bool IsHighestBest)
    {
        public CaseSummary[] Ranked() =>
        [
            .. Candidates.Where(summary => Read(summary).Reason is null)
                .OrderBy(summary => IsHighestBest ? -Value(summary).Value : Value(summary).Value),
        ];

        public bool Reaches(CaseSummary other, CaseSummary best) =>
            IsHighestBest ? Value(other).High >= Value(best).Low : Value(other).Low <= Value(best).High;

        private Estimate Value(CaseSummary summary) =>
            Read(summary).TryGet(out var value) ? value : throw new InvalidOperationException("only cases with a reading are ranked");
    }

    // What serves a goal best, and for whom: an engine's name, or any engine.
    private sealed record Choice(Goal Goal, string For, CaseSummary Best);
}
