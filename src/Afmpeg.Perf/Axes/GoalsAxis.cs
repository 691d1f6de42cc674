using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// What the project wants to reach, and how far it is: for a Go program that embeds wazero, and for a program that can choose its engine.
/// </summary>
public sealed class GoalsAxis : IAxis
{
    private const string GoProgram = "a Go program without cgo";
    private const string AnyProgram = "a program that can choose its engine";
    private const string Transcode = "split/handheld-360p-10s";
    private const string Decode = "decode/handheld-720p";

    private static readonly Lane OtherLane = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild);

    private static readonly Goal[] Goals =
    [
        new(GoProgram, Transcode, MatrixDesign.DefaultLane, Lane.Native, 6.5),
        new(GoProgram, Transcode, MatrixDesign.DefaultLane.Over(LaneMode.Segments, 2), Lane.Native, 4),
        new(AnyProgram, Transcode, OtherLane.Over(LaneMode.Segments, 2), Lane.Native, 1.5),
        new(AnyProgram, Transcode, OtherLane, Lane.NativePortable, 0.85),
        new(AnyProgram, Decode, OtherLane, Lane.NativePortable, 0.95),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var rows = Goals.Where(goal => run.Jobs().Any(job => AxisText.Place(job) == goal.Place))
            .Select(goal => (Goal: goal, Case: Find(run, goal))).ToArray();
        return rows.All(row => row.Case.Reason is not null) ? null : AxisTable.Create(
            "goals",
            "The goals",
            Sentence([.. rows.Select(row => row.Goal.Verdict(row.Case))], rows[0].Goal.Multiple(rows[0].Case).Reason),
            rows,
            [
                new("reader", "for", "Who gets it.", row => row.Goal.Reader),
                new("job", "job", "What is run.", row => row.Goal.Place),
                new("lane", "lane", "Engine, build and instances; @segments2 spreads one job over two.", row => row.Goal.Lane.Name),
                new("against", "against", "native has assembly and all threads, native-portable neither.", row => row.Goal.Against.Name),
                new("multiple", "time", "x", "The lane's time against that one's, by paired rounds.", row => row.Goal.Multiple(row.Case)),
                new("goal", "goal", "x", "At most this.", row => AxisCell.Exact(row.Goal.Most, Figures.Of(row.Goal.Most))),
                new("verdict", "reached", "Whether the whole interval is within the goal.", row => row.Goal.Verdict(row.Case)),
                new("peakBytes", "memory", "bytes", "The largest resident set of a run.",
                    row => row.Case.Then(summary => summary.PeakResident), AxisText.Bytes),
            ],
            "The goals are for two cores. What the module executes for these jobs is under What modules execute; its download under "
                + "Size beside speed.");
    }

    private static Reading<CaseSummary> Find(AxisInput run, Goal goal) =>
        run.Cases.FirstOrDefault(summary =>
            AxisText.Place(summary.Case.Job) == goal.Place && summary.Case.Lane.Name == goal.Lane.Name) is { } found
            ? Reading<CaseSummary>.Of(found)
            : Reading<CaseSummary>.Unavailable($"{goal.Lane.Name} is no case of this run, on {CountText.Of(run.Host.Cores, "core")}");

    private static Reading<string> Sentence(string[] verdicts, string? reason)
    {
        int Count(string verdict) => verdicts.Count(other => other == verdict);
        return Count(Goal.NotMeasured) == verdicts.Length ? Reading<string>.Unavailable(reason!) : Reading<string>.Of(
            $"Of this project's {verdicts.Length} goals, {Count("yes")} reached, {Count("no")} not reached, {Count("cannot tell")} too "
            + $"close to tell, {Count(Goal.NotMeasured)} not measured.");
    }

    private sealed record Goal(string Reader, string Place, Lane Lane, Lane Against, double Most)
    {
        public const string NotMeasured = "not measured";

        public Reading<Estimate> Multiple(Reading<CaseSummary> found) =>
            found.Then(summary => Against == Lane.Native ? summary.NativeMultiple : summary.PortableMultiple);

        public string Verdict(Reading<CaseSummary> found) => Multiple(found).Show(
            known => known.High <= Most ? "yes" : known.Low > Most ? "no" : "cannot tell", _ => NotMeasured);
    }
}
