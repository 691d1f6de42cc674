using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>The verdict of all hosts together on one limit and one case.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Case">The case's id.</param>
/// <param name="Verdict">Within or exceeded only where no host disagrees.</param>
/// <param name="Reason">Each host that judged it, with its reading; or which shard is missing.</param>
/// <param name="Findings">Each host's finding; empty where its shard is missing.</param>
public sealed record MergedVerdict(Limit Limit, string Case, Verdict Verdict, string Reason, ImmutableArray<Finding> Findings)
{
    /// <summary>
    /// Combines each host's finding on one limit and case. A host that could not decide does not weaken one that could. Hosts that disagree
    /// leave the limit inconclusive.
    /// </summary>
    public static MergedVerdict Of(ImmutableArray<(MergedRun Run, Finding Finding)> found)
    {
        var settled = found.Where(one => one.Finding.Verdict is Verdict.Within or Verdict.Exceeded).ToImmutableArray();
        var verdict = settled.Select(one => one.Finding.Verdict).Distinct().ToArray() switch
        {
            [var only] => only,
            [_, ..] => Verdict.Inconclusive,
            _ => found.Any(one => one.Finding.Verdict == Verdict.Inconclusive) ? Verdict.Inconclusive : Verdict.NotMeasured,
        };
        var reason = string.Join("; ", settled.Concat(found.RemoveRange(settled)).Select(Describe));
        var disagree = settled.Length > 0 && verdict == Verdict.Inconclusive;
        return new MergedVerdict(
            found[0].Finding.Limit,
            found[0].Finding.Case.Case.Id,
            verdict,
            disagree ? $"hosts disagree: {reason}" : reason,
            [.. found.Select(one => one.Finding)]);
    }

    private static string Describe((MergedRun Run, Finding Finding) one)
    {
        var observed = one.Finding.Observed.Show(observed => MetricFacts.Show(one.Finding.Limit.Metric, observed), reason => reason);
        return $"{one.Run.Name}: {Words.Of(one.Finding.Verdict)}, {observed}{Words.Of(one.Finding.Doubt)}";
    }
}
