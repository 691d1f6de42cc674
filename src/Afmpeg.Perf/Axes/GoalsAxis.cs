using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>What the project wants to reach, and how far it is: for a Go program that embeds wazero, and for a program that can choose its engine.</summary>
public sealed class GoalsAxis : IAxis
{
    private const string GoProgram = "a Go program without cgo";
    private const string AnyProgram = "a program that can choose its engine";
    private const string Transcode = "split/handheld-360p-10s";
    private const string Decode = "decode/handheld-720p";

    private static readonly Lane OtherLane = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild);

    private static readonly ImmutableArray<Goal> Goals =
    [
        new(GoProgram, Transcode, MatrixDesign.DefaultLane, Lane.Native, 6.5),
        new(GoProgram, Transcode, MatrixDesign.DefaultLane.Over(LaneMode.Segments, 2), Lane.Native, 4),
        new(AnyProgram, Transcode, OtherLane.Over(LaneMode.Segments, 2), Lane.Native, 1.5),
        new(AnyProgram, Transcode, OtherLane, Lane.NativePortable, 0.85),
        new(AnyProgram, Decode, OtherLane, Lane.NativePortable, 0.95),
    ];

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("reader", "for", "", "Who gets it."),
        new("job", "job", "", "What is run."),
        new("lane", "lane", "", "Engine, build and instances; @segments2 spreads one job over two."),
        new("against", "against", "", "native has assembly and all threads, native-portable neither."),
        new("multiple", "time", "x", "The lane's time against that one's, by paired rounds."),
        new("goal", "goal", "x", "At most this."),
        new("verdict", "reached", "", "Whether the whole interval is within the goal."),
        new("peakBytes", "memory", "bytes", "The largest resident set of a run."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var read = Goals.Where(goal => run.Jobs().Any(job => AxisText.Place(job) == goal.Place)).Select(goal => (Goal: goal, Case: Find(run, goal))).ToArray();
        return read.All(of => of.Case is null) ? null : new AxisTable(
            "goals",
            "The goals",
            Sentence([.. read.Select(of => (of.Goal, Multiple(run, of.Case, of.Goal)))]),
            Columns,
            [.. read.Select(of => Row(run, of.Goal, of.Case))],
            ["The goals are for two cores. What the module executes for these jobs stands under What modules execute; its download under Size beside speed."]);
    }

    private static CaseSummary? Find(AxisInput run, Goal goal) =>
        run.Cases.FirstOrDefault(summary => AxisText.Place(summary.Case.Job) == goal.Place && summary.Case.Lane.Name == goal.Lane.Name);

    private static Reading<Estimate> Multiple(AxisInput run, CaseSummary? summary, Goal goal) => summary is null ? NotPlanned(run, goal)
        : goal.Against == Lane.Native ? summary.NativeMultiple : summary.PortableMultiple;

    private static Reading<Estimate> NotPlanned(AxisInput run, Goal goal) =>
        Reading<Estimate>.Unavailable($"{goal.Lane.Name} is no case of this run, on {CountText.Of(run.Host.Cores, "core")}");

    private static ImmutableArray<AxisCell> Row(AxisInput run, Goal goal, CaseSummary? summary)
    {
        var multiple = Multiple(run, summary, goal);
        return
        [
            AxisCell.Of(goal.Reader),
            AxisCell.Of(goal.Place),
            AxisCell.Of(goal.Lane.Name),
            AxisCell.Of(goal.Against.Name),
            AxisCell.Of(multiple),
            AxisCell.Exact(goal.Most, Figures.Of(goal.Most)),
            AxisCell.Of(Verdict(goal, multiple)),
            AxisCell.Of(summary?.PeakResident ?? NotPlanned(run, goal), peak => new ByteCount((long)peak.Value).ToString()),
        ];
    }

    private static string Verdict(Goal goal, Reading<Estimate> multiple) => multiple.Show(
        known => known.High <= goal.Most ? "yes" : known.Low > goal.Most ? "no" : "cannot tell",
        _ => "not measured");

    private static Reading<string> Sentence((Goal Goal, Reading<Estimate> Multiple)[] goals)
    {
        if (goals.All(goal => goal.Multiple.Reason is not null))
        {
            return Reading<string>.Unavailable(goals[0].Multiple.Reason!);
        }

        string[] verdicts = [.. goals.Select(goal => Verdict(goal.Goal, goal.Multiple))];
        int Count(string verdict) => verdicts.Count(other => other == verdict);
        return Reading<string>.Of(
            $"Of {goals.Length} goals, {Count("yes")} reached, {Count("no")} not reached, {Count("cannot tell")} too close to tell, {Count("not measured")} not measured.");
    }

    private sealed record Goal(string Reader, string Place, Lane Lane, Lane Against, double Most);
}
