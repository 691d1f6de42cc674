using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class ProcessEndRules
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly ProcessUsage Usage = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.Zero, new ByteCount(100));
    private static readonly ProcessEnd Well = new(ExitCode: 0, Signal: null, TimedOut: false, Usage, ErrorTail: "a warning");

    [Fact]
    public void A_process_that_ended_well_has_its_phases_and_its_accounting()
    {
        Reading(Well).Should().Be(new LaneReading(Outcome.Ok, null, Phases.None with { Execute = Usage.Wall }, Usage));
    }

    [Fact]
    public void An_exit_status_is_a_failure_with_the_end_of_its_errors()
    {
        Reading(Well with { ExitCode = 8, ErrorTail = "no such filter" }).Should().Be(LaneReading.Failed("exit status 8: no such filter", Usage));
    }

    [Fact]
    public void A_signal_is_a_failure_with_its_number()
    {
        Reading(Well with { ExitCode = null, Signal = 11, ErrorTail = "" }).Should().Be(LaneReading.Failed("ended by signal 11: ", Usage));
    }

    [Fact]
    public void The_time_limit_is_an_outcome_of_its_own_without_an_accounting()
    {
        Reading(new ProcessEnd(null, null, TimedOut: true, null, "")).Should().Be(
            new LaneReading(Outcome.TimedOut, "killed after its limit of 120 s", Phases.None, null));
    }

    [Fact]
    public void Without_an_accounting_there_is_no_reading()
    {
        Reading(Well with { Usage = null }).Outcome.Should().Be(Outcome.Failed);
    }

    private static LaneReading Reading(ProcessEnd end) => end.ToReading(usage => Phases.None with { Execute = usage.Wall }, Limit);
}
