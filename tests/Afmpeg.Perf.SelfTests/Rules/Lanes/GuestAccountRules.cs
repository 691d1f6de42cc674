using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Lanes;

/// <summary>What a lane tells of a guest's time and memory. Only relations are held: no machine is to be fast enough for a rule.</summary>
[Collection(Campaigns.Campaign.Name)]
public sealed class GuestAccountRules : IDisposable
{
    private const long Touched = 64L << 20;

    private readonly GuestRuns guests = new();

    public static TheoryData<string> AllEngines => GuestRuns.AllEngines;

    public void Dispose() => guests.Dispose();

    [SkippableTheory]
    [InlineData(Engines.Wasmtime)]
    [InlineData(Engines.Wazero)]
    public void A_module_is_compiled_once_and_loaded_afterwards(string engine)
    {
        var first = guests.Run(engine, "returns").Phases;
        var second = guests.Run(engine, "returns").Phases;

        first.Should().Match<Phases>(phases => phases.Compile > TimeSpan.Zero && phases.Load == null);
        second.Should().Match<Phases>(phases => phases.Compile == null && phases.Load > TimeSpan.Zero);
        new[] { first, second }.Should().OnlyContain(phases => phases.Instantiate > TimeSpan.Zero && phases.Execute > TimeSpan.Zero);
    }

    [SkippableFact]
    public void V8_compiles_a_module_in_every_run()
    {
        for (var run = 0; run < 2; run++)
        {
            guests.Run(Engines.V8, "returns").Phases.Should().Match<Phases>(phases => phases.Compile > TimeSpan.Zero
                && phases.Load == null && phases.Instantiate > TimeSpan.Zero && phases.Execute > TimeSpan.Zero);
        }
    }

    [SkippableFact]
    public void Wazero_compiles_a_module_with_cancel_checks_apart_from_the_one_without()
    {
        _ = guests.Run(Engines.Wazero, "returns");

        guests.Run(Lane.Wasm(Engines.Wazero, "returns", StopCheck.Cancel), Samples.Job()).Phases.Compile.Should().BePositive();
        guests.Run(Lane.Wasm(Engines.Wazero, "returns", StopCheck.HostCalls), Samples.Job()).Phases.Load.Should()
            .BePositive("its guests are compiled as those without checks");
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guest_that_fills_64_MiB_peaks_that_much_above_one_that_does_not(string engine)
    {
        var idle = guests.Run(engine, "returns").Usage!.PeakResident.Bytes;
        var filled = guests.Run(engine, "touches-64-mib").Usage!.PeakResident.Bytes;

        (filled - idle).Should().BeGreaterThan(Touched * 3 / 4);
    }

    [SkippableTheory]
    [MemberData(nameof(AllEngines))]
    public void A_guests_computing_counts_in_its_execute_phase_and_in_its_processor_time(string engine)
    {
        _ = guests.Run(engine, "works", TimeSpan.FromSeconds(60));
        var idle = guests.Run(engine, "returns");
        var busy = guests.Run(engine, "works");

        busy.Outcome.Should().Be(Outcome.Ok, busy.Reason);
        busy.Phases.Execute.Should().BeGreaterThan(idle.Phases.Execute!.Value);
        busy.Usage!.User.Should().BeGreaterThan(idle.Usage!.User);
        busy.Usage.Wall.Should().BeGreaterThanOrEqualTo(busy.Phases.Execute!.Value, "a phase is a part of its run");
    }
}
