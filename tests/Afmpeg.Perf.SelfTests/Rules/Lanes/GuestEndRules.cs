using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>How a guest ends, and what its lane says of it, in every engine.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class GuestEndRules : IDisposable
{
    private readonly GuestRuns guests = new();

    public static TheoryData<string> AllEngines => GuestRuns.AllEngines;

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_ends_well_or_its_failure_names_its_exit_status(string engine)
    {
        Ends(guests.Run(engine, "exits-0"), Outcome.Ok, null);
        Ends(guests.Run(engine, "returns"), Outcome.Ok, null);
        Ends(guests.Run(engine, "exits-3"), Outcome.Failed, "exit status 3:");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_trap_and_a_module_that_cannot_be_linked_are_failures_that_name_the_cause(string engine)
    {
        var trap = guests.Run(engine, "traps");
        var unlinked = guests.Run(engine, "imports-nothing-there");

        Ends(trap, Outcome.Failed, "exit status");
        trap.Reason.Should().ContainEquivalentOf("unreachable");
        trap.Phases.Should().Be(Phases.None, "what a guest did before its trap is no time of a job");
        Ends(unlinked, Outcome.Failed, "exit status");
        unlinked.Reason.Should().Contain("env");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void An_endless_guest_is_killed_at_its_limit_and_nothing_of_it_is_left(string engine)
    {
        var reading = guests.Run(engine, "loops", TimeSpan.FromSeconds(0.5));

        Ends(reading, Outcome.TimedOut, "killed after its limit");
        reading.Usage.Should().BeNull("a run that was cut short took no time of its own");
        LiveProcesses.Naming(guests.Module("loops")).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void Interrupting_an_endless_guest_leaves_nothing_of_it(string engine)
    {
        using var interrupt = new CancellationTokenSource();
        var module = guests.Module("loops");
        var hand = new Thread(() =>
        {
            LiveProcesses.Await(module, any: true);
            interrupt.Cancel();
        });
        hand.Start();

        guests.Invoking(runs => runs.Run(engine, "loops", cancellation: interrupt.Token)).Should().Throw<OperationCanceledException>();

        hand.Join();
        LiveProcesses.Naming(module).Should().BeEmpty();
    }

    private static void Ends(LaneReading reading, Outcome outcome, string? reason)
    {
        reading.Outcome.Should().Be(outcome, reading.Reason);
        if (reason is not null)
        {
            reading.Reason.Should().StartWith(reason);
        }
    }
}
