using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>A batch over several instances: in processes of their own, and in one.</summary>
public sealed class GuestFleetRules : IDisposable
{
    private readonly GuestRuns guests = new();

    public static TheoryData<string, LaneMode> Spreads => new()
    {
        { Engines.Wasmtime, LaneMode.Fleet },
        { Engines.Wasmtime, LaneMode.Pool },
        { Engines.V8, LaneMode.Pool },
        { Engines.Wazero, LaneMode.Pool },
        { Engines.Wazero, LaneMode.Runtimes },
    };

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void Two_instances_run_at_the_same_time(string engine, LaneMode mode)
    {
        var reading = Run(engine, mode, 2, "meets-its-copy");

        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void One_instance_runs_one_copy_after_the_other(string engine, LaneMode mode)
    {
        Run(engine, mode, 1, "meets-its-copy", TimeSpan.FromSeconds(3)).Outcome
            .Should().Be(Outcome.TimedOut, "the first waits for the second, which never starts");
        File.Exists(Path.Combine(guests.Folder.Output, "met-2")).Should().BeFalse();
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void A_batch_that_ends_well_is_one_reading(string engine, LaneMode mode)
    {
        var reading = Run(engine, mode, 2, "works", copies: 3);

        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
        reading.Phases.Execute.Should().BePositive().And.BeLessThanOrEqualTo(reading.Usage!.Wall);
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void A_copy_that_fails_ends_the_others_and_fails_the_run_by_its_own_status(string engine, LaneMode mode)
    {
        var reading = Run(engine, mode, 2, "first-copy-fails");

        reading.Outcome.Should().Be(Outcome.Failed, "the second copy never ends by itself");
        reading.Reason.Should().StartWith("exit status 3:");
        LiveProcesses.Naming(guests.Module("first-copy-fails")).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void A_trap_in_any_of_them_is_reported(string engine, LaneMode mode)
    {
        Run(engine, mode, 2, "traps").Reason.Should().StartWith("exit status").And.ContainEquivalentOf("unreachable");
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void One_limit_covers_all_copies_together_and_leaves_nothing_of_any(string engine, LaneMode mode)
    {
        var reading = Run(engine, mode, 2, "loops", TimeSpan.FromSeconds(1));

        reading.Should().Be(LaneReading.PastLimit(TimeSpan.FromSeconds(1)));
        LiveProcesses.Naming(guests.Module("loops")).Should().BeEmpty();
    }

    [SkippableTheory]
    [MemberData(nameof(Spreads))]
    public void Interrupting_a_batch_leaves_nothing_of_it(string engine, LaneMode mode)
    {
        using var interrupt = new CancellationTokenSource();
        var module = guests.Module("loops");
        var hand = new Thread(() =>
        {
            LiveProcesses.Await(module, any: true);
            interrupt.Cancel();
        });
        hand.Start();

        guests.Invoking(_ => Run(engine, mode, 2, "loops", cancellation: interrupt.Token)).Should().Throw<OperationCanceledException>();

        hand.Join();
        LiveProcesses.Naming(module).Should().BeEmpty();
    }

    [SkippableFact]
    public void Only_the_compiled_module_stays_in_scratch_after_a_run()
    {
        var before = Directory.GetFileSystemEntries(guests.Folder.Scratch);

        Run(Engines.Wasmtime, LaneMode.Fleet, 2, "returns", copies: 4).Outcome.Should().Be(Outcome.Ok);

        Directory.GetFileSystemEntries(guests.Folder.Scratch).Except(before).Should().ContainSingle().Which.Should().EndWith("-none.cwasm");
    }

    private LaneReading Run(
        string engine,
        LaneMode mode,
        int instances,
        string guest,
        TimeSpan? limit = null,
        int copies = 2,
        CancellationToken cancellation = default)
    {
        guests.Folder.ClearOutput();
        return guests.Run(Lane.Wasm(engine, guest).Over(mode, instances), Samples.Job() with { Copies = copies }, limit, cancellation);
    }
}
