using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>
/// One report of runs on several hosts. No reading mixes hosts: each multiple comes from the rounds of one run, and each limit is judged by
/// one host's rows and noise floor. It makes no decision, since levers are compared within one run.
/// </summary>
/// <param name="Runs">The runs, shards first and in order.</param>
/// <param name="Missing">The shards that are missing.</param>
/// <param name="Notes">What a reader must know before the numbers.</param>
/// <param name="Thresholds">The limits and the recorded decision.</param>
public sealed record MergedReport(
    ImmutableArray<MergedRun> Runs, ImmutableArray<MissingShard> Missing, ImmutableArray<string> Notes, Thresholds Thresholds)
{
    /// <summary>One verdict for each limit and case that it judges: limits in the file's order, then cases by id.</summary>
    public required ImmutableArray<MergedVerdict> Verdicts { get; init; }

    /// <summary>Every case of every run, sorted by case, so that the hosts of one case are neighbours.</summary>
    public ImmutableArray<(MergedRun Run, CaseSummary Case)> Cases =>
    [
        .. Runs.SelectMany(run => run.Cases, (run, summary) => (Run: run, Case: summary))
            .OrderBy(one => one.Case.Case.Id, StringComparer.Ordinal),
    ];

    /// <summary>The cases of every run, run by run.</summary>
    public ImmutableArray<CaseSummary> Summaries => [.. Runs.SelectMany(run => run.Cases)];

    /// <summary>The runs of shards that did not finish, unless another run of the same shard did.</summary>
    public ImmutableArray<MergedRun> Unfinished =>
    [
        .. Runs.Where(run => !run.IsFinished && run.State.Shard is { Shard: var shard }
            && !Runs.Any(other => other.IsFinished && other.State.Shard?.Shard == shard)),
    ];

    /// <summary>Judges runs together; the notes say what was noticed when they were read.</summary>
    public static MergedReport Of(
        ImmutableArray<(RunState State, Reading<NoiseFloor> Floor, ImmutableArray<CaseSummary> Cases)> runs,
        ImmutableArray<string> notes,
        Thresholds thresholds)
    {
        var findings = Judge.Findings(thresholds, [.. runs.Select(run => (run.Cases, run.Floor, run.State.CustomFiles))]);
        ImmutableArray<MergedRun> judged =
            [.. runs.Select((run, index) => new MergedRun(run.State, run.Floor, run.Cases, findings[index]))];
        ImmutableArray<MissingShard> missing = [.. MissingOf(judged)];
        var reasons = missing.SelectMany(shard => shard.Cases, (shard, id) => (Id: id, shard.Reason))
            .ToLookup(one => one.Id, one => one.Reason);
        var found = judged.SelectMany(run => run.Findings, (run, finding) => (Run: run, Finding: finding))
            .ToLookup(one => one.Finding.Limit.Id);
        return new MergedReport(judged, missing, notes, thresholds)
        {
            Verdicts =
            [
                .. thresholds.Limits.SelectMany(limit => found[limit.Id]
                    .GroupBy(one => one.Finding.Case.Case.Id)
                    .Select(group => MergedVerdict.Of([.. group]))
                    .Concat(reasons.Where(lost => limit.Cases.Matches(lost.Key))
                        .Select(lost => new MergedVerdict(limit, lost.Key, Verdict.NotMeasured, lost.First(), [])))
                    .OrderBy(verdict => verdict.Case, StringComparer.Ordinal)),
            ],
        };
    }

    /// <summary>
    /// The exit status of a command that made this report: Exceeded for a failed case or an exceeded limit that the recorded decision does
    /// not account for; Inconclusive where a shard is missing or unfinished, where nothing was measured or, if strict, where a limit could
    /// not be judged or none judges a module; otherwise Within.
    /// </summary>
    public ExitStatus Status(bool strict) =>
        Summaries.Any(summary => summary.Failure is not null) || Verdicts.Any(IsUnexpected) ? ExitStatus.Exceeded
        : !Missing.IsEmpty || !Unfinished.IsEmpty || EmptyRun.Is(Summaries) ? ExitStatus.Inconclusive
        : strict && (WhyUnjudged is not null
            || Verdicts.Any(verdict => verdict.Verdict is Verdict.Inconclusive or Verdict.NotMeasured)) ? ExitStatus.Inconclusive
        : ExitStatus.Within;

    /// <summary>Why the report gates no module; null where a limit judges one.</summary>
    public string? WhyUnjudged => UnjudgedModules.Why(
        Summaries.Select(summary => summary.Case), Verdicts.Select(verdict => verdict.Case));

    private bool IsUnexpected(MergedVerdict verdict) =>
        verdict.Verdict == Verdict.Exceeded
        && verdict.Findings.Any(finding => finding.Verdict == Verdict.Exceeded && !Thresholds.Decision.Expects(finding));

    private static IEnumerable<MissingShard> MissingOf(ImmutableArray<MergedRun> runs)
    {
        if (runs.Select(run => run.State.Shard).OfType<ShardOfRun>().FirstOrDefault() is not { } any)
        {
            return [];
        }

        var present = runs.Select(run => run.State.Shard?.Shard.Number).ToHashSet();
        var measured = runs.SelectMany(run => run.State.Cases).ToHashSet();
        return any.Division.Select((cases, index) => (Number: index + 1, Cases: cases))
            .Where(shard => !present.Contains(shard.Number))
            .Select(shard => new MissingShard(
                new Shard(shard.Number, any.Shard.Count), [.. shard.Cases.Where(id => !measured.Contains(id))]));
    }
}

/// <summary>One of the merged runs, judged on its own host.</summary>
/// <param name="State">The run.</param>
/// <param name="Floor">Its host's noise floor.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Findings">Its limits, judged by its own rows but corrected for the comparisons of all runs.</param>
public sealed record MergedRun(
    RunState State, Reading<NoiseFloor> Floor, ImmutableArray<CaseSummary> Cases, ImmutableArray<Finding> Findings)
{
    /// <summary>Host and run, since two machines may have one fingerprint.</summary>
    public string Name => $"{State.Conditions.Host.Fingerprint} (run {State.Run})";

    /// <summary>Its shard, or that it is a whole run.</summary>
    public string Part => State.Shard is { } part ? $"{part.Shard}" : "whole run";

    /// <summary>Whether it finished; a shard without cases has nothing to do.</summary>
    public bool IsFinished => State.TimeBreakdown is not null || State.Cases.IsEmpty;

    /// <summary>That its shard did not finish, in words.</summary>
    public string UnfinishedReason => $"shard {Part} did not finish (run {State.Run})";
}

/// <summary>A shard that no merged run measured, and those of its cases that no other run measured either.</summary>
public sealed record MissingShard(Shard Shard, ImmutableArray<string> Cases)
{
    /// <summary>Why its cases have no reading.</summary>
    public string Reason => $"shard {Shard.Number} of {Shard.Count} is missing";
}
