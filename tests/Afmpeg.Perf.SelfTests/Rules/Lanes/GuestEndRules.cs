using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>How a guest ends, and what its lane says of it, in every engine.</summary>
public sealed class GuestEndRules : IDisposable
{
    private readonly GuestRuns guests = new();

    public static TheoryData<string> AllEngines => GuestRuns.AllEngines;

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_that_ends_well_is_a_reading(string engine)
    {
        Ends(guests.Run(engine, "exits-0"), Outcome.Ok, null);
        Ends(guests.Run(engine, "returns"), Outcome.Ok, null);
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guests_exit_status_is_a_failure_that_names_it(string engine)
    {
        Ends(guests.Run(engine, "exits-3"), Outcome.Failed, "exit status 3:");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_trap_is_a_failure_that_names_it(string engine)
    {
        var reading = guests.Run(engine, "traps");

        Ends(reading, Outcome.Failed, "exit status");
        reading.Reason.Should().ContainEquivalentOf("unreachable");
        reading.Phases.Should().Be(Phases.None, "what a guest did before its trap is no time of a job");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_module_that_cannot_be_linked_is_a_failure_that_names_what_it_lacks(string engine)
    {
        var reading = guests.Run(engine, "imports-nothing-there");

        Ends(reading, Outcome.Failed, "exit status");
        reading.Reason.Should().Contain("env");
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
