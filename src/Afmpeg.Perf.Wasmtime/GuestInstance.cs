using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>One instance of the module, which runs one command: a store and its memory, shared with no other.</summary>
internal sealed class GuestInstance : IDisposable
{
    private const int Trapped = 70;

    private readonly Linker linker;
    private readonly Store store;
    private readonly Action start;

    public GuestInstance(Engine engine, Module module, string media, string output, IEnumerable<string> arguments)
    {
        linker = new Linker(engine);
        store = new Store(engine);
        linker.DefineWasi();
        store.SetWasiConfiguration(new WasiConfiguration()
            .WithArgs(arguments.Prepend("ffmpeg"))
            .WithInheritedStandardOutput()
            .WithInheritedStandardError()
            .WithPreopenedDirectory(media, "/media", mutable: false)
            .WithPreopenedDirectory(output, "/out", mutable: true));
        start = linker.Instantiate(store, module).GetAction("_start")
            ?? throw new InvalidOperationException($"{module.Name} exports no _start: it is not a WASI command");
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>The guest's exit status; 70 for a trap.</returns>
    public int Execute()
    {
        try
        {
            start();
            return 0;
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
}
