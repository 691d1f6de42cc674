using System.Diagnostics;
using System.Text.Json;
using Wasmtime;

namespace Afmpeg.Perf.Wasmtime;

/// <summary>
/// Runs the commands of a plan on one WASI module in Wasmtime, compiled once, and leaves the phases, timed in here, in a file. One process
/// per run: a trap or a runaway guest harms nothing. Exit status: the first failing guest's own; 124 for one that its deadline stopped; 70
/// for a trap or a module that Wasmtime refuses; 64 for wrong arguments.
/// </summary>
internal static class Worker
{
    public const int Stopped = 124;
    private const int WrongArguments = 64;
    private const int Refused = 70;

    public static int Run(string[] arguments)
    {
        if (WorkerSettings.Read(arguments, out var rest) is not { } settings
            || rest is not [var phaseFile, var modulePath, var media, var output, var cache, var planFile])
        {
            Console.Error.WriteLine($"cannot use: {string.Join(' ', rest)}");
            Console.Error.WriteLine(
                "usage: Afmpeg.Perf.Wasmtime [--stop=none|epoch|fuel] [--deadline=SECONDS] [--memory=BYTES] [--runtimes=1] "
                + "PHASE-FILE MODULE MEDIA OUTPUT CACHE PLAN-FILE");
            return WrongArguments;
        }

        using var config = new Config();
        config.WithCompilerStrategy(CompilerStrategy.Cranelift).WithOptimizationLevel(OptimizationLevel.Speed)
            .WithEpochInterruption(settings.Stop == WorkerSettings.Epoch).WithFuelConsumption(settings.Stop == WorkerSettings.Fuel);
        using var engine = new Engine(config);
        var phases = new PhaseSeconds();
        return Guarded(() =>
        {
            using var module = new CompiledModules(cache, settings.Stop).Load(engine, modulePath, phases);
            using var clock = settings.Stop == WorkerSettings.Epoch ? new EpochClock(engine) : null;
            var plan = ReadPlan(planFile);
            GuestInstance Instantiate(string[] command) => new(engine, module, settings, media, output, command);
            return Report(plan.IsSingle ? Execute(plan.Stages[0][0], Instantiate, phases) : Execute(plan, Instantiate, phases, Report));
        });

        // What a guest did before its trap is no time of a job; what one took that its deadline stopped says how late it was stopped.
        int Report(int status)
        {
            if (status is 0 or Stopped)
            {
                // Several threads may end at once.
                lock (phases)
                {
                    File.WriteAllText(phaseFile, JsonSerializer.Serialize(phases, JsonSerializerOptions.Web));
                }
            }

            return status;
        }
    }

    private static WorkerPlan ReadPlan(string file) =>
        JsonSerializer.Deserialize<WorkerPlan>(File.ReadAllText(file), JsonSerializerOptions.Web)!;

    private static int Execute(string[] command, Func<string[], GuestInstance> instantiate, PhaseSeconds phases)
    {
        var clock = Stopwatch.StartNew();
        using var guest = instantiate(command);
        phases.InstantiateSeconds = clock.Elapsed.TotalSeconds;
        var used = Environment.CpuUsage.TotalTime;
        clock.Restart();
        var status = guest.Execute();
        phases.ExecuteSeconds = clock.Elapsed.TotalSeconds;
        phases.ExecuteCpuSeconds = (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        phases.Add(guest);
        return status;
    }

    private static int Execute(WorkerPlan plan, Func<string[], GuestInstance> instantiate, PhaseSeconds phases, Func<int, int> report)
    {
        var clock = Stopwatch.StartNew();
        new PlanRun(plan, command => Guarded(() =>
        {
            using var guest = instantiate(command);
            var status = guest.Execute();
            phases.Add(guest);
            return status;
        }), Ended).Run();
        return Ended(0);

        int Ended(int status)
        {
            phases.ExecuteSeconds = clock.Elapsed.TotalSeconds;
            return status == 0 ? status : report(status);
        }
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
