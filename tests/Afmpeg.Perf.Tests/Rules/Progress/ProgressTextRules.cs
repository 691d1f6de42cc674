using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Progress;

public sealed class ProgressTextRules
{
    [Fact]
    public void A_run_begins_by_saying_what_disturbs_it_and_what_to_do_and_nothing_of_the_rest()
    {
        var plan = new RunPlan([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var state = RunState.Begin(7, "fingerprint", Tier.Full, plan, Samples.Conditions) with
        {
            Quiet = new HostAccount([new HostRemark("turbo", "on", "turn it off"), new HostRemark("power", "on battery", "plug it in", IsDisturbing: true)], []),
        };

        var text = ProgressText.Of(new RunStart(state, plan, 0, TornLine: null));

        text.Should().Contain("        disturbs measuring: power: on battery -> plug it in").And.NotContain("turbo");
        ProgressText.Of(new RunStart(state with { Quiet = null }, plan, 0, TornLine: null)).Should().NotContain("disturbs");
    }
}
