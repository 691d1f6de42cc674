using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>A limit with its findings, in the order of the cases.</summary>
public sealed record LimitOutcome(Limit Limit, ImmutableArray<Finding> Findings)
{
    /// <summary>Why there is no finding; null where there is one.</summary>
    public string? Reason => Findings.IsEmpty ? $"no case of this run matches {Limit.Cases.Pattern}" : null;

    /// <summary>The judged case that comes closest to the bound, or lies furthest beyond it; null where none has a reading.</summary>
    public Finding? Closest => Findings.Where(finding => finding.Observed.Reason is null).MaxBy(finding => finding.LimitRatio);

    /// <summary>How many cases got a verdict.</summary>
    public int Count(Verdict verdict) => Findings.Count(finding => finding.Verdict == verdict);
}
