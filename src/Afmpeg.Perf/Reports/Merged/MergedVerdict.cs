using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>What all hosts together say of one limit and one case.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Case">The case's id.</param>
/// <param name="Verdict">Settled only where no host settles it otherwise.</param>
/// <param name="Reason">Which host judged it and what it read; where hosts disagree, each of them.</param>
/// <param name="Findings">What each host found; empty where its shard is missing.</param>
public sealed record MergedVerdict(Limit Limit, string Case, Verdict Verdict, string Reason, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// One verdict of what each host found. A host that cannot tell takes nothing from one that can, and is named beside it; hosts that
    /// settle it differently settle nothing.
    /// </summary>
    /// <param name="found">The findings of one limit and case, each with its run; 1 or more.</param>
    /// <returns>The verdict.</returns>
    public static MergedVerdict Of(ImmutableArray<(MergedRun Run, Finding Finding)> found)
    {
        var settled = found.Where(one => one.Finding.Verdict is Verdict.Within or Verdict.Exceeded).ToImmutableArray();
        var others = found.RemoveRange(settled);
        var words = string.Join("; ", settled.Concat(others).Select(Words));
        var verdict = settled.Select(one => one.Finding.Verdict).Distinct().ToArray() switch
        {
            [var only] => only,
            [_, ..] => Verdict.Inconclusive,
            _ => found.Any(one => one.Finding.Verdict == Verdict.Inconclusive) ? Verdict.Inconclusive : Verdict.NotMeasured,
        };
        var disagree = settled.Length > 0 && verdict == Verdict.Inconclusive;
        return new MergedVerdict(found[0].Finding.Limit, found[0].Finding.Case.Case.Id, verdict, disagree ? $"hosts disagree: {words}" : words, [.. found.Select(one => one.Finding)]);
    }

    /// <summary>The verdict of a case whose shard never came.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">Which shard is missing.</param>
    /// <returns>Not measured.</returns>
    public static MergedVerdict Missing(Limit limit, string caseId, string reason) => new(limit, caseId, Verdict.NotMeasured, reason, []);

    private static string Words((MergedRun Run, Finding Finding) one) =>
        $"{one.Run.Name}: {Reports.Words.Of(one.Finding.Verdict)}, {one.Finding.Observed.Show(observed => MetricFacts.Show(one.Finding.Limit.Metric, observed), reason => reason)}{Reports.Words.Of(one.Finding.Doubt)}";
}
