using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>
/// Runs one WASI module in Wasmtime and sends the phases, timed in here, on the inherited descriptor as one JSON line. One process
/// per run: a trap or a runaway guest harms nothing. Exit status: the guest's own; 70 for a trap or a module that Wasmtime refuses; 64 for
/// wrong arguments.
/// </summary>
internal static class Worker
{
    private const int WrongArguments = 64;
    private const int Trapped = 70;

    public static int Run(string[] arguments)
    {
        try
        {
            return RunModule(arguments);
        }
        catch (WasmtimeException refused)
        {
            Console.Error.WriteLine($"refused: {refused.Message}");
            return Trapped;
        }
    }

    private static int RunModule(string[] arguments)
    {
        if (arguments is not [var descriptor, var modulePath, var media, var output, var cache, .. var guestArguments])
        {
            Console.Error.WriteLine("usage: Afmpeg.Perf.Wasmtime DESCRIPTOR MODULE MEDIA OUTPUT CACHE ARGUMENT...");
            return WrongArguments;
        }

        using var config = new Config();
        config.WithCompilerStrategy(CompilerStrategy.Cranelift).WithOptimizationLevel(OptimizationLevel.Speed);
        using var engine = new Engine(config);
        var phases = new PhaseSeconds();
        using var module = Load(engine, modulePath, cache, phases);

        using var linker = new Linker(engine);
        using var store = new Store(engine);
        var clock = Stopwatch.StartNew();
        linker.DefineWasi();
        store.SetWasiConfiguration(Sandbox(media, output, guestArguments));
        var start = linker.Instantiate(store, module).GetAction("_start")
            ?? throw new InvalidOperationException($"{modulePath} exports no _start: it is not a WASI command");
        phases.InstantiateSeconds = clock.Elapsed.TotalSeconds;

        clock.Restart();
        var status = Execute(start);
        phases.ExecuteSeconds = clock.Elapsed.TotalSeconds;
        Send(descriptor, phases);
        return status;
    }

    // A module compiled earlier in this run is loaded; otherwise it is compiled and left for the next worker under its final name only when whole.
    private static Module Load(Engine engine, string modulePath, string cache, PhaseSeconds phases)
    {
        var build = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(modulePath)));
        var compiled = Path.Combine(cache, $"{build}.cwasm");
        var clock = Stopwatch.StartNew();
        if (File.Exists(compiled))
        {
            var loaded = Module.DeserializeFile(engine, "ffmpeg", compiled);
            phases.LoadSeconds = clock.Elapsed.TotalSeconds;
            return loaded;
        }

        var module = Module.FromFile(engine, modulePath);
        phases.CompileSeconds = clock.Elapsed.TotalSeconds;
        var temporary = $"{compiled}.{Environment.ProcessId}";
        File.WriteAllBytes(temporary, module.Serialize());
        File.Move(temporary, compiled);
        return module;
    }

    private static WasiConfiguration Sandbox(string media, string output, IEnumerable<string> guestArguments) => new WasiConfiguration()
        .WithArgs(guestArguments.Prepend("ffmpeg"))
        .WithInheritedStandardOutput()
        .WithInheritedStandardError()
        .WithPreopenedDirectory(media, "/media", mutable: false)
        .WithPreopenedDirectory(output, "/out", mutable: true);

    private static int Execute(Action start)
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

    private static void Send(string descriptor, PhaseSeconds phases)
    {
        using var pipe = new AnonymousPipeClientStream(PipeDirection.Out, descriptor);
        JsonSerializer.Serialize(pipe, phases, JsonSerializerOptions.Web);
    }
}
