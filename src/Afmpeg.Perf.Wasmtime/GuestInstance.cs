using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>One instance of the module, which runs one command: a store and its memory, shared with no other.</summary>
internal sealed class GuestInstance : IDisposable
{
    private const int Trapped = 70;

    // Fuel counts operations and no time. This many per second is fewer than Wasmtime executes; the hour of a measured run is far more
    // than its job needs.
    private const double FuelPerSecond = 1e9;

    private readonly WorkerSettings settings;
    private readonly Linker linker;
    private readonly Store store;
    private readonly Instance instance;
    private readonly Action start;

    public GuestInstance(Engine engine, Module module, WorkerSettings settings, string media, string output, IEnumerable<string> arguments)
    {
        this.settings = settings;
        linker = new Linker(engine);
        store = new Store(engine);
        store.SetLimits(memorySize: settings.MemoryBytes);
        linker.DefineWasi();
        store.SetWasiConfiguration(new WasiConfiguration()
            .WithArgs(arguments.Prepend("ffmpeg"))
            .WithInheritedStandardOutput()
            .WithInheritedStandardError()
            .WithPreopenedDirectory(media, "/media", mutable: false)
            .WithPreopenedDirectory(output, "/out", mutable: true));
        SetDeadline();
        instance = linker.Instantiate(store, module);
        start = instance.GetAction("_start")
            ?? throw new InvalidOperationException($"{module.Name} exports no _start: it is not a WASI command");
    }

    private ulong InitialFuel => (ulong)(settings.Deadline.TotalSeconds * FuelPerSecond);

    /// <summary>The WebAssembly operations that it has executed; null where its engine does not count them.</summary>
    public ulong? Operations => settings.Stop == WorkerSettings.Fuel ? InitialFuel - store.Fuel : null;

    /// <summary>Its linear memory in pages of 64 KiB; 0 where it exports none.</summary>
    public long MemoryPages => instance.GetMemory("memory")?.GetSize() ?? 0;

    /// <summary>Runs it to its end.</summary>
    /// <returns>The guest's exit status; 124 where its deadline stopped it; 70 for a trap.</returns>
    public int Execute()
    {
        SetDeadline();
        try
        {
            start();
            return 0;
        }
        catch (TrapException trap) when (trap.Type is TrapCode.Interrupt or TrapCode.OutOfFuel)
        {
            Console.Error.WriteLine($"stopped by its deadline: {trap.Type}");
            return Worker.Stopped;
        }
        catch (TrapException trap)
        {
            Console.Error.WriteLine($"trap: {trap.Type}: {trap.Message}");
            return Trapped;
        }
        catch (WasmtimeException exit) when (exit.ExitCode is { } status)
        {
            // proc_exit surfaces as an exception, with status 0 as well.
            return status;
        }
    }

    public void Dispose()
    {
        store.Dispose();
        linker.Dispose();
    }

    // Without one, a store has no fuel, and an epoch that has passed.
    private void SetDeadline()
    {
        if (settings.Stop == WorkerSettings.Epoch)
        {
            store.SetEpochDeadline(EpochClock.TicksOf(settings.Deadline));
        }
        else if (settings.Stop == WorkerSettings.Fuel)
        {
            store.Fuel = InitialFuel;
        }
    }
}
