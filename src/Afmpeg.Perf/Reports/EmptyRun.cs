using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports;

/// <summary>A run without a number to show: its budget was too small, or no lane can run here.</summary>
public static class EmptyRun
{
    /// <summary>
    /// Whether a run has cases, and none of them failed or has a native multiple. Baselines count only where nothing else was selected.
    /// </summary>
    public static bool Is(ImmutableArray<CaseSummary> cases)
    {
        var lanes = cases.RemoveAll(summary => CaseMatrix.Baselines.Contains(summary.Case.Lane));
        return cases.Length > 0
            && cases.All(summary => summary.Failure is null)
            && !(lanes.IsEmpty ? cases : lanes).Any(HasNumber);
    }

    /// <summary>What its cases lack, and what would suffice.</summary>
    public static string Sentence(ImmutableArray<CaseSummary> cases)
    {
        var time = BudgetAdvice.TimeOf(cases.Select(summary => summary.Case), CaseCosts.Recorded);
        return "nothing was measured: no case has the two rounds beside native that a native multiple needs. Its cases took about "
            + $"{DurationText.ForOption(time)} where their costs were recorded: give it that much time (--budget), or measure fewer cases "
            + "(--filter). afmpeg-perf doctor says what cannot run here";
    }

    // A job that is made once has no interval.
    private static bool HasNumber(CaseSummary summary) => summary.NativeMultiple.Reason is null
        || (summary.Case.Job.LaneCoverage == LaneCoverage.Once && summary.Rounds > 0);
}
