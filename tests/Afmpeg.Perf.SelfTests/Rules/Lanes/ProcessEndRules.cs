using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

public sealed class ProcessEndRules
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly ProcessUsage Usage = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.Zero, new ByteCount(100));
    private static readonly ProcessEnd Well = new(ExitCode: 0, Signal: null, TimedOut: false, Usage, ErrorTail: "a warning");

    [Fact]
    public void A_process_that_ended_well_has_its_phases_and_its_accounting() =>
        Reading(Well).Should().Be(new LaneReading(Outcome.Ok, null, Phases.None with { Execute = Usage.Wall }, Usage));

    [Fact]
    public void A_failure_says_how_the_process_ended()
    {
        Reading(Well with { ExitCode = 8, ErrorTail = "no filter" }).Should().Be(LaneReading.Failed("exit status 8: no filter", Usage));
        Reading(Well with { ExitCode = null, Signal = 11, ErrorTail = "" }).Should().Be(LaneReading.Failed("ended by signal 11: ", Usage));
        Reading(new ProcessEnd(null, null, TimedOut: true, null, "")).Should().Be(LaneReading.PastLimit(Limit));
        Reading(Well with { Usage = null }).Outcome.Should().Be(Outcome.Failed, "there is no accounting");
    }

    private static LaneReading Reading(ProcessEnd end) => end.ToReading(usage => Phases.None with { Execute = usage.Wall }, Limit);
}
