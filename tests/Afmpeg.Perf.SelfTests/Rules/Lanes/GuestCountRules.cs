using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>What Wasmtime's fuel counts, on guests whose operations can be counted by hand.</summary>
public sealed class GuestCountRules : IDisposable
{
    private readonly GuestRuns guests = new() { Options = _ => WorkerOptions.Counting };

    public void Dispose() => guests.Dispose();

    [SkippableFact]
    public void Every_run_counts_the_same()
    {
        var first = Count("counts-to-1000");

        first.Should().NotBeNull();
        Count("counts-to-1000").Should().Be(first);
    }

    // Each turn has seven: local.get, i32.const, i32.add, local.tee, i32.const, i32.lt_u, br_if. What is around the loop is a few more.
    [SkippableFact]
    public void An_operation_counts_one_a_filled_byte_counts_one_and_control_counts_none()
    {
        Count("counts-to-1000")!.Operations.Should().BeInRange(7_000, 7_010);
        Count("fills-a-mebibyte")!.Operations.Should().BeInRange(1_048_576, 1_048_600);
    }

    [SkippableFact]
    public void Memory_is_counted_in_pages_at_the_end()
    {
        Count("counts-to-1000")!.MemoryPages.Should().Be(1);
        Count("fills-a-mebibyte")!.MemoryPages.Should().Be(17, "it grew by a mebibyte");
    }

    [SkippableFact]
    public void A_batch_counts_all_its_guests()
    {
        var one = Count("counts-to-1000")!;
        var two = guests.Run(Lane.Wasm(
            Engines.Wasmtime, "counts-to-1000", StopCheck.Fuel).Over(LaneMode.Pool, 2), Samples.Job() with { Copies = 2 }).Phases.Count;

        two.Should().Be(one with { Operations = 2 * one.Operations });
    }

    [SkippableFact]
    public void A_worker_without_fuel_counts_nothing()
    {
        using var plain = new GuestRuns();

        plain.Run(Engines.Wasmtime, "counts-to-1000").Phases.Count.Should().BeNull();
    }

    private GuestCount? Count(string guest)
    {
        var reading = guests.Run(Lane.Wasm(Engines.Wasmtime, guest, StopCheck.Fuel), Samples.Job());
        reading.Outcome.Should().Be(Outcome.Ok, reading.Reason);
        return reading.Phases.Count;
    }
}
