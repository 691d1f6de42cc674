using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Matrix;

/// <summary>What a user's budget is enough for, by recorded costs of cases. Another machine may take twice or half of that.</summary>
public static class BudgetAdvice
{
    /// <summary>The rounds that a case had in the run whose costs are recorded, on average (docs/report).</summary>
    public const int RecordedRounds = 6;

    /// <summary>Compares a plan's budget with what its cases take.</summary>
    /// <returns>What is too short, and what would suffice, one sentence; null where it suffices, or the budget is the tier's own.</returns>
    public static string? Of(RunPlan plan, CaseCosts costs)
    {
        var budget = plan.Budget + plan.SharedTime;
        var all = TimeOf(plan.Cases, costs);
        // Of a budget, lanes that share a core get their part first.
        var share = budget > TimeSpan.Zero ? plan.Budget / budget : 1;
        var one = all / RecordedRounds;
        return plan.Limit > plan.Budget || plan.Cases.IsEmpty || plan.Budget >= all ? null
            : plan.Budget < one
            ? $"the budget is too short for one round of these cases, which took about {DurationText.ForOption(one)} "
                + "where their costs were "
                + $"recorded: some will not be measured. --budget {DurationText.ForOption(all / share)} would suffice for every round, or "
                + "measure fewer cases (--filter)"
            : $"the budget is shorter than what these cases took where their costs were recorded: some may have too few rounds for an "
                + $"interval. --budget {DurationText.ForOption(all / share)} would suffice";
    }

    /// <summary>What cases took, all rounds of each, where their costs were recorded.</summary>
    public static TimeSpan TimeOf(IEnumerable<BenchmarkCase> cases, CaseCosts costs) =>
        TimeSpan.FromSeconds((double)cases.Sum(benchmarkCase => costs.Of(CaseCosts.Key(benchmarkCase.Id))));
}
