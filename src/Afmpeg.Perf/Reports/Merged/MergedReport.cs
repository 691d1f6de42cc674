using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>
/// One report of runs on several hosts. No reading mixes hosts: every multiple is that of one run's own rounds, and every limit is judged by
/// one host's rows and noise floor. It makes no decision: levers are compared within one run.
/// </summary>
/// <param name="Runs">The runs, shards in their order first.</param>
/// <param name="Missing">The shards that are missing.</param>
/// <param name="Notes">What a reader must know before the numbers.</param>
/// <param name="Thresholds">The limits and the recorded decision.</param>
public sealed record MergedReport(ImmutableArray<MergedRun> Runs, ImmutableArray<MissingShard> Missing, ImmutableArray<string> Notes, Thresholds Thresholds)
{
    /// <summary>Each limit with each case that it judges: limits in the file's order, then cases by id.</summary>
    public required ImmutableArray<MergedVerdict> Verdicts { get; init; }

    /// <summary>Every case on every host that measured it, the hosts of one case side by side.</summary>
    public ImmutableArray<(MergedRun Run, CaseSummary Case)> Cases =>
        [.. Runs.SelectMany(run => run.Cases.Select(summary => (Run: run, Case: summary))).OrderBy(one => one.Case.Case.Id, StringComparer.Ordinal)];

    /// <summary>The report of runs.</summary>
    /// <param name="runs">Each run with its noise floor and what its rows say.</param>
    /// <param name="notes">What was found out when they were read.</param>
    /// <param name="thresholds">The limits.</param>
    /// <returns>The report.</returns>
    public static MergedReport Of(
        ImmutableArray<(RunState State, Reading<NoiseFloor> Floor, ImmutableArray<CaseSummary> Cases)> runs, ImmutableArray<string> notes, Thresholds thresholds)
    {
        var findings = Judge.Findings(thresholds, [.. runs.Select(run => (run.Cases, run.Floor, run.State.CustomFiles))]);
        ImmutableArray<MergedRun> judged = [.. runs.Select((run, index) => new MergedRun(run.State, run.Floor, run.Cases, findings[index]))];
        ImmutableArray<MissingShard> missing = [.. MissingOf(judged)];
        var whyMissing = missing.SelectMany(shard => shard.Cases.Select(id => (Id: id, shard.Reason))).ToLookup(one => one.Id, one => one.Reason);
        var found = judged.SelectMany(run => run.Findings.Select(finding => (Run: run, Finding: finding))).ToLookup(one => one.Finding.Limit.Id);
        return new MergedReport(judged, missing, notes, thresholds)
        {
            Verdicts =
            [
                .. thresholds.Limits.SelectMany(limit => found[limit.Id].GroupBy(one => one.Finding.Case.Case.Id).Select(group => MergedVerdict.Of([.. group]))
                    .Concat(whyMissing.Where(lost => limit.Cases.Matches(lost.Key)).Select(lost => MergedVerdict.Missing(limit, lost.Key, lost.First())))
                    .OrderBy(verdict => verdict.Case, StringComparer.Ordinal)),
            ],
        };
    }

    /// <summary>How a command that made this report ends.</summary>
    /// <param name="strict">Whether a limit that could not be judged counts.</param>
    /// <returns>Exceeded for a failed case or an exceeded limit that the recorded decision does not rest on; inconclusive where a shard is missing, and under strict where a limit could not be judged; otherwise within.</returns>
    public ExitStatus Status(bool strict) =>
        Runs.Any(run => run.Cases.Any(summary => summary.Failure is not null)) || Verdicts.Any(IsNews) ? ExitStatus.Exceeded
        : !Missing.IsEmpty || (strict && Verdicts.Any(verdict => verdict.Verdict is Verdict.Inconclusive or Verdict.NotMeasured)) ? ExitStatus.Inconclusive
        : ExitStatus.Within;

    private bool IsNews(MergedVerdict verdict) =>
        verdict.Verdict == Verdict.Exceeded && verdict.Findings.Any(finding => finding.Verdict == Verdict.Exceeded && !Thresholds.Decision.Expects(finding));

    private static IEnumerable<MissingShard> MissingOf(ImmutableArray<MergedRun> runs)
    {
        if (runs.Select(run => run.State.Shard).OfType<ShardOfRun>().FirstOrDefault() is not { } any)
        {
            return [];
        }

        var there = runs.Select(run => run.State.Shard?.Shard.Number).ToHashSet();
        var measured = runs.SelectMany(run => run.State.Cases).ToHashSet();
        return any.Division.Select((cases, index) => (Number: index + 1, Cases: cases))
            .Where(shard => !there.Contains(shard.Number))
            .Select(shard => new MissingShard(new Shard(shard.Number, any.Shard.Count), [.. shard.Cases.Where(id => !measured.Contains(id))]));
    }
}
