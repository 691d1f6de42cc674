using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>How workers embed their engines: what they refuse, and what a deadline does to guests that keep it, and to several.</summary>
public sealed class WorkerOptionRules : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(0.3);

    private readonly GuestRuns guests = GuestRuns.Until(Deadline);

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [InlineData(Engines.Wasmtime, StopCheck.Cancel)]
    [InlineData(Engines.Wasmtime, StopCheck.Terminate)]
    [InlineData(Engines.V8, StopCheck.Epoch)]
    [InlineData(Engines.V8, StopCheck.HostCalls)]
    public void A_worker_refuses_a_check_that_its_engine_does_not_have(string engine, StopCheck stop)
    {
        guests.Run(Lane.Wasm(engine, "returns", stop), Samples.Job()).Reason
            .Should().StartWith("exit status 64:").And.Contain($"--stop={StopChecks.Key(stop)}");
    }

    [SkippableTheory]
    [InlineData(Engines.Wasmtime)]
    [InlineData(Engines.V8)]
    public void A_worker_with_one_runtime_refuses_two(string engine)
    {
        guests.Run(Lane.Wasm(engine, "returns").Over(LaneMode.Runtimes, 2), Samples.Job()).Reason
            .Should().StartWith("exit status 64:").And.Contain("--runtimes=2");
    }

    [SkippableTheory]
    [InlineData(Engines.Wasmtime, StopCheck.Epoch)]
    [InlineData(Engines.Wasmtime, StopCheck.Fuel)]
    [InlineData(Engines.V8, StopCheck.Terminate)]
    public void A_guest_that_meets_its_deadline_ends_as_if_it_had_none(string engine, StopCheck stop)
    {
        var reading = guests.Run(Lane.Wasm(engine, "returns", stop), Samples.Job());

        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
        reading.Phases.Execute.Should().BePositive();
        guests.Run(Lane.Wasm(engine, "exits-3", stop), Samples.Job()).Should().Match<LaneReading>(
            failed => failed.Reason!.StartsWith("exit status 3:") && failed.Phases == Phases.None);
    }

    [SkippableTheory]
    [InlineData(Engines.Wasmtime, StopCheck.Epoch)]
    [InlineData(Engines.V8, StopCheck.Terminate)]
    public void The_first_guest_past_its_deadline_ends_the_worker(string engine, StopCheck stop)
    {
        var reading = guests.Run(Lane.Wasm(engine, "loops", stop).Over(LaneMode.Pool, 2), Samples.Job() with { Copies = 2 });

        reading.Reason.Should().StartWith($"exit status {WorkerOptions.StoppedStatus}:");
        reading.Phases.Execute.Should().BeGreaterThanOrEqualTo(Deadline, "it is stopped after its deadline");
    }

    [SkippableFact]
    public void Code_compiled_for_one_check_is_not_loaded_for_another()
    {
        foreach (var stop in (StopCheck[])[StopCheck.None, StopCheck.Epoch, StopCheck.Fuel])
        {
            guests.Run(Lane.Wasm(Engines.Wasmtime, "returns", stop), Samples.Job()).Phases.Compile.Should().BePositive();
            guests.Run(Lane.Wasm(Engines.Wasmtime, "returns", stop), Samples.Job()).Phases.Load.Should().BePositive();
        }
    }

    [SkippableFact]
    public void A_module_that_was_rebuilt_in_place_is_compiled_again()
    {
        guests.Run(Engines.Wasmtime, "returns").Outcome.Should().Be(Outcome.Ok);

        File.Copy(guests.Module("exits-3"), guests.Module("returns"), overwrite: true);

        guests.Run(Engines.Wasmtime, "returns").Reason.Should().StartWith("exit status 3:");
    }
}
