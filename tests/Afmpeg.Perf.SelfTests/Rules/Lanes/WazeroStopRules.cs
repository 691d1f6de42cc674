using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>Which guests the worker that embeds wazero stops at a deadline, and what it refuses.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class WazeroStopRules : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(0.2);
    private static readonly string Stopped = $"exit status {WorkerOptions.StoppedStatus}:";

    private readonly GuestRuns guests = GuestRuns.Until(Deadline);

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [InlineData("loops")]
    [InlineData("asks-the-time")]
    public void Cancel_checks_stop_every_guest_that_computes(string guest)
    {
        var reading = Run(guest, StopCheck.Cancel);

        reading.Reason.Should().StartWith(Stopped);
        reading.Phases.Execute.Should().BeGreaterThanOrEqualTo(Deadline, "it tells how long the guest ran until it was stopped");
    }

    [SkippableFact]
    public void Checks_in_host_calls_stop_a_guest_that_calls_the_host_and_no_other()
    {
        Run("asks-the-time", StopCheck.HostCalls).Reason.Should().StartWith(Stopped);
        Run("loops", StopCheck.HostCalls).Outcome.Should().Be(Outcome.TimedOut, "nothing but the end of its process stops it");
    }

    [SkippableFact]
    public void Without_a_check_no_guest_is_stopped() => Run("asks-the-time", StopCheck.None).Outcome.Should().Be(Outcome.TimedOut);

    [SkippableTheory]
    [InlineData(LaneMode.Pool)]
    [InlineData(LaneMode.Runtimes)]
    public void A_stopped_guest_ends_its_batch(LaneMode mode)
    {
        var reading = guests.Run(
            Lane.Wasm(Engines.Wazero, "loops", StopCheck.Cancel).Over(mode, 2),
            Samples.Job() with { Copies = 3 },
            TimeSpan.FromSeconds(30));

        reading.Reason.Should().StartWith(Stopped);
        reading.Phases.Execute.Should().BePositive();
    }

    [SkippableFact]
    public void A_guest_that_ends_before_its_deadline_is_not_stopped()
    {
        Run("returns", StopCheck.Cancel).Outcome.Should().Be(Outcome.Ok);
        Run("returns", StopCheck.HostCalls).Outcome.Should().Be(Outcome.Ok);
        Run("exits-3", StopCheck.Cancel).Reason.Should().StartWith("exit status 3:");
    }

    [SkippableFact]
    public void A_check_that_wazero_does_not_have_is_refused() =>
        Run("returns", StopCheck.Fuel).Reason.Should().StartWith("exit status 64:").And.Contain("wazero has none, cancel and host-calls");

    [SkippableFact]
    public void A_module_that_starts_with_more_memory_than_it_may_have_is_refused()
    {
        using var small = new GuestRuns { Options = lane => WorkerOptions.Of(lane) with { Memory = new ByteCount(16 << 20) } };

        var reading = small.Run(Engines.Wazero, "touches-64-mib");

        reading.Reason.Should().StartWith("exit status 70:").And.Contain("refused").And.Contain("over limit of 256 pages");
    }

    private LaneReading Run(string guest, StopCheck stop) =>
        guests.Run(Lane.Wasm(Engines.Wazero, guest, stop), Samples.Job(), TimeSpan.FromSeconds(stop == StopCheck.Cancel ? 30 : 3));
}
