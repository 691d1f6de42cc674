using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

public sealed class ProgressTextRules
{
    [Fact]
    public void A_run_begins_by_saying_only_what_disturbs_it_and_what_to_do()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var state = RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions) with
        {
            HostNoise = new HostNoise([new HostRemark("turbo", "on", "turn it off"),
                new HostRemark("power", "on battery", "plug it in", IsDisturbing: true)], []),
        };

        var text = ProgressText.Of(new RunStart(state, plan, 0, TornLine: null));

        text.Should().Contain("        disturbs measuring: power: on battery -> plug it in").And.NotContain("turbo");
        ProgressText.Of(new RunStart(state with { HostNoise = null }, plan, 0, TornLine: null)).Should().NotContain("disturbs");
    }

    [Fact]
    public void A_budget_that_is_too_short_is_reported_before_measuring_with_one_that_would_suffice()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromSeconds(1), RoundLimits.Default);
        var costs = new CaseCosts(new Dictionary<string, decimal> { [CaseCosts.Key(Samples.Case(Samples.Wasm).Id)] = 60 });

        BudgetAdvice.Of(plan, costs).Should().Contain("too short for one round").And.Contain("took about 10s").And.Contain("--budget 60s");
        BudgetAdvice.Of(plan with { Budget = TimeSpan.FromSeconds(30), Limit = TimeSpan.FromSeconds(30) }, costs).Should()
            .Contain("too few rounds for an interval").And.Contain("--budget 60s");
        BudgetAdvice.Of(plan with { Budget = TimeSpan.FromSeconds(60), Limit = TimeSpan.FromSeconds(60) }, costs).Should().BeNull();
        BudgetAdvice.Of(plan with { Limit = TimeSpan.FromSeconds(2) }, costs).Should()
            .BeNull("a tier's own time is long enough for its cases");
        ProgressText.Of(new RunStart(
            RunState.Begin(7, "f", Tier.Full, plan, Samples.Conditions), plan with { Notes = ["mine has no case"] }, 0, TornLine: null))
            .Should().Contain("        mine has no case").And.Contain("        the budget is ");
    }

    [Fact]
    public void A_run_that_goes_on_says_from_how_many_rows_and_whether_it_has_all_its_rounds()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var state = RunState.Begin(7, "f", Tier.Full, plan, Samples.Conditions);

        ProgressText.Of(new RunStart(state, plan, 3, TornLine: null)).Should()
            .Contain("goes on from 3 rows of an unfinished run").And.NotContain("all its rounds");
        ProgressText.Of(new RunStart(state with { LacksCounts = true }, plan, 3, TornLine: null)).Should()
            .Contain("goes on from 3 rows of an unfinished run, which has all its rounds");
    }

    [Fact]
    public void The_remaining_time_is_never_more_than_the_limit_leaves()
    {
        var progress = new SamplerProgress(
            Samples.Case(Samples.Wasm), 1, Finished: 1, Expected: 100, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(20));

        progress.Remaining.Should().Be(TimeSpan.FromSeconds(5));
        (progress with { Limit = TimeSpan.FromHours(9) }).Remaining.Should().Be(TimeSpan.FromSeconds(15 * 99));
        (progress with { Elapsed = TimeSpan.FromSeconds(21) }).Remaining.Should().Be(TimeSpan.Zero);
    }
}
