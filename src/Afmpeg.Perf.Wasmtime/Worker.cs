using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>
/// Runs the commands of a plan on one WASI module in Wasmtime, compiled once, and leaves the phases, timed in here, in a file. One process
/// per run: a trap or a runaway guest harms nothing. Exit status: the first failing guest's own; 70 for a trap or a module that Wasmtime
/// refuses; 64 for wrong arguments.
/// </summary>
internal static class Worker
{
    private const int WrongArguments = 64;
    private const int Refused = 70;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var phaseFile, var modulePath, var media, var output, var cache, var planFile])
        {
            Console.Error.WriteLine("usage: Afmpeg.Perf.Wasmtime PHASE-FILE MODULE MEDIA OUTPUT CACHE PLAN-FILE");
            return WrongArguments;
        }

        using var config = new Config();
        config.WithCompilerStrategy(CompilerStrategy.Cranelift).WithOptimizationLevel(OptimizationLevel.Speed);
        using var engine = new Engine(config);
        var phases = new PhaseSeconds();
        return Guarded(() =>
        {
            using var module = Load(engine, modulePath, cache, phases);
            var status = Execute(ReadPlan(planFile), command => new GuestInstance(engine, module, media, output, command), phases);
            File.WriteAllText(phaseFile, JsonSerializer.Serialize(phases, JsonSerializerOptions.Web));
            return status;
        });
    }

    private static WorkerPlan ReadPlan(string file) => JsonSerializer.Deserialize<WorkerPlan>(File.ReadAllText(file), JsonSerializerOptions.Web)!;

    private static int Execute(WorkerPlan plan, Func<string[], GuestInstance> instantiate, PhaseSeconds phases)
    {
        var clock = Stopwatch.StartNew();
        if (!plan.IsSingle)
        {
            new PlanRun(plan, command => Guarded(() =>
            {
                using var guest = instantiate(command);
                return guest.Execute();
            })).Run();
            phases.ExecuteSeconds = clock.Elapsed.TotalSeconds;
            return 0;
        }

        using var guest = instantiate(plan.Stages[0][0]);
        phases.InstantiateSeconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var status = guest.Execute();
        phases.ExecuteSeconds = clock.Elapsed.TotalSeconds;
        return status;
    }

    // A module compiled earlier in this run is loaded; otherwise it is compiled and left for the next worker, under its final name only when
    // whole. Workers that start together may each compile it: the last one's stays.
    private static Module Load(Engine engine, string modulePath, string cache, PhaseSeconds phases)
    {
        // By its whole path: a user's modules may lie in one folder.
        var whole = Path.GetFullPath(modulePath);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
        var compiled = Path.Combine(cache, $"{hash[..16]}-{Path.GetFileName(Path.GetDirectoryName(whole))}.cwasm");
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
        File.Move(temporary, compiled, overwrite: true);
        return module;
    }

    private static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (WasmtimeException refused)
        {
            Console.Error.WriteLine($"refused: {refused.Message}");
            return Refused;
        }
    }
}
