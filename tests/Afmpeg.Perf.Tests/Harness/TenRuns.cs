using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Simulation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Ten runs in a row whose rounds docs/trust keeps, as reports: their times, in rows that have all else from the committed reports.</summary>
/// <param name="rounds">Their rounds.</param>
public sealed class TenRuns(MeasuredRounds rounds)
{
    private readonly Lazy<ImmutableArray<RunReport>> kept = new(() => [.. rounds.Kept.GroupBy(row => row.Run).OrderBy(run => run.Key, StringComparer.Ordinal).Select(run => Report(run, rounds.SecondsApart))]);

    private static readonly Lazy<Declarations> Declared = new(() => Declarations.Load(TestSettings.Folders));

    // All ten were given the same to do, whatever of it the committed report keeps.
    private static readonly Lazy<RunState> State = new(() =>
        CommittedRun.State with { Tier = Tier.Quick, Conditions = CommittedRun.State.Conditions with { Inputs = new RunInputs([], []) } });

    private static readonly Lazy<ImmutableDictionary<string, Measurement>> Templates = new(() =>
        CommittedRun.Rows.Concat(MeasurementLog.Read(Repository.PathOf("docs", "decision", "measurements.jsonl")))
            .Where(row => row is { Warmup: false, Outcome: Outcome.Ok })
            .GroupBy(row => row.Case).ToImmutableDictionary(rows => rows.Key, rows => rows.First()));

    /// <summary>Of two jobs.</summary>
    public static TenRuns OfTwoJobs { get; } = new(MeasuredRounds.NoisyDay);

    /// <summary>Of the whole quick tier.</summary>
    public static TenRuns OfTheWholeTier { get; } = new(MeasuredRounds.WholeTier);

    /// <summary>Their rounds.</summary>
    public MeasuredRounds Rounds => rounds;

    /// <summary>What is reported of each, in their order.</summary>
    public ImmutableArray<RunReport> Reports => kept.Value;

    /// <summary>Each run held against the one before.</summary>
    public ImmutableArray<RunComparison> Comparisons => [.. Reports.Zip(Reports.Skip(1), (before, after) => RunComparison.Of(before.Extract, after.Extract))];

    private static RunReport Report(IEnumerable<(string Run, string Case, int Round, double LogSeconds)> rows, double secondsApart)
    {
        Measurement[] measured = [.. rows.Select(row => Row(row, secondsApart))];
        var cases = measured.Where(row => row.Workload != NoisePair.Workload).Select(row => row.Case).Distinct();
        return KeptRun.Of(Declared.Value, State.Value with { Run = measured[0].Run, Cases = [.. cases] }, measured).Report;
    }

    private static Measurement Row((string Run, string Case, int Round, double LogSeconds) row, double secondsApart)
    {
        var lane = row.Case[(row.Case.LastIndexOf('/') + 1)..];
        var isPair = row.Case.StartsWith($"{NoisePair.Workload}/", StringComparison.Ordinal);
        // The pair is native on a job of the run.
        var template = Templates.Value[isPair ? row.Case.Replace($"{NoisePair.Workload}/", "transcode/", StringComparison.Ordinal).Replace(lane, Lane.Native.Name, StringComparison.Ordinal) : row.Case];
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
