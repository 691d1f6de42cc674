using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>
/// Reports on runs of an earlier matrix: the times of their rounds, which docs/trust keeps, with the outputs of then
/// (docs/trust/past-outputs.jsonl), judged by the limits of then.
/// </summary>
public sealed class PastRuns(MeasuredRounds rounds)
{
    private readonly Lazy<ImmutableArray<RunReport>> reports = new(() =>
    [
        .. rounds.Rows.GroupBy(row => row.Run).OrderBy(run => run.Key, StringComparer.Ordinal)
            .Select(run => Report(run, rounds.SecondsApart)),
    ]);

    private static readonly Lazy<Declarations> Declared = new(() => Declarations.Load(TestSettings.Folders));

    // All were given the same to do, whatever of it the committed report keeps.
    private static readonly Lazy<RunState> State = new(() =>
        CommittedRun.State with { Tier = Tier.Quick, Conditions = CommittedRun.State.Conditions with { Inputs = new RunInputs([], []) } });

    private static readonly Lazy<ImmutableDictionary<string, Measurement>> Templates = new(() =>
        MeasurementLog.Read(Repository.PathOf("docs", "trust", "past-outputs.jsonl")).ToImmutableDictionary(row => row.Case));

    public static PastRuns OfTwoJobs { get; } = new(MeasuredRounds.NoisyDay);
    public static PastRuns OfTheWholeTier { get; } = new(MeasuredRounds.WholeTier);
    public static PastRuns OfTheDecision { get; } = new(MeasuredRounds.DecisionRun);

    public MeasuredRounds Rounds => rounds;
    public ImmutableArray<RunReport> Reports => reports.Value;

    private static RunReport Report(IEnumerable<(string Run, string Case, int Round, double LogSeconds)> rows, double secondsApart)
    {
        Measurement[] measured = [.. rows.Select(row => Row(row, secondsApart))];
        string[] cases = [.. measured.Where(row => row.Workload != NoisePair.Workload).Select(row => row.Case).Distinct()];
        return RecordedRun.Of(Then(cases), State.Value with { Run = measured[0].Run, Cases = [.. cases] }, measured, []).Report;
    }

    // The jobs are still there; the lanes of then need not be, nor the limits on them.
    private static Declarations Then(string[] cases)
    {
        var ids = cases.ToHashSet();
        var jobs = Declared.Value.Matrix.CrossProduct.Select(declared => declared.Job).DistinctBy(job => job.Id).ToImmutableArray();
        var lanes = cases.Select(id => id[(id.LastIndexOf('/') + 1)..]).Distinct().Order(StringComparer.Ordinal).Select(LaneOf)
            .ToImmutableArray();
        return Declared.Value with
        {
            Matrix = new CaseMatrix(jobs, lanes, (job, lane) =>
                ids.Contains($"{job.Id}/{lane.Name}") ? Placement.From(Tier.Quick)
                    : Placement.Excluded("not-then", "it was not measured then")),
            Thresholds = Declared.Value.Thresholds with
            {
                Limits =
                [
                    Limit("export", "screencast-360p/*/wasmtime+O3-simd128*", 8),
                    Limit("background", "*-360p/*/*+*", 32),
                    Limit("upstream", "*/libx264-veryfast/*+*", 38.4),
                ],
            },
        };
    }

    private static Limit Limit(string id, string cases, double most) => CannedLimits.Multiple with
    {
        Id = $"past-{id}",
        Cases = new Glob($"transcode/{cases}"),
        AtMost = most,
    };

    private static Lane LaneOf(string name) =>
        new[] { Lane.Native, Lane.NativeOneThread, Lane.NativePortable, Lane.Distribution }.FirstOrDefault(lane => lane.Name == name)
        ?? Declared.Value.Matrix.CrossProduct.Select(declared => declared.Lane).FirstOrDefault(lane => lane.Name == name)
        ?? (name.Split('+') is [var engine, var build] && !name.Contains('@') ? Lane.Wasm(engine, build) : new Lane(name, null, null));

    private static Measurement Row((string Run, string Case, int Round, double LogSeconds) row, double secondsApart)
    {
        var lane = row.Case[(row.Case.LastIndexOf('/') + 1)..];
        var isPair = row.Case.StartsWith($"{NoisePair.Workload}/", StringComparison.Ordinal);
        // The pair is native on a job of the run.
        var like = isPair ? $"transcode/{row.Case.Split('/', 2)[1]}".Replace(lane, Lane.Native.Name, StringComparison.Ordinal) : row.Case;
        var template = Templates.Value[like];
        return template with
        {
            Run = row.Run,
            At = template.At.AddSeconds(row.Round * secondsApart),
            Case = row.Case,
            Workload = isPair ? NoisePair.Workload : template.Workload,
            Lane = lane,
            Round = row.Round,
            ExecuteSeconds = Math.Exp(row.LogSeconds),
        };
    }
}
