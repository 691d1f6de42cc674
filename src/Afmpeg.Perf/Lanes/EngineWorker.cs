namespace Afmpeg.Perf.Lanes;

/// <summary>
/// An engine behind a worker of ours, which runs a whole plan in one process, the module compiled once per runtime, and times its phases
/// inside: Wasmtime (src/Afmpeg.Perf.Wasmtime), wazero (src/Afmpeg.Perf.Wazero) and v8 (v8-runner.mjs, Node's WASI). All take options
/// (<see cref="WorkerOptions"/>), then: phase file, module, folder of media, folder of outputs, cache, plan file
/// (<see cref="LanePlan.ToJson"/>). The phases of one command are its own; of several, loading and compiling are the process's, and
/// executing goes from the first start to the last end. A command that fails ends the worker with its exit status, one that its deadline
/// stops with <see cref="WorkerOptions.StoppedStatus"/>.
/// </summary>
internal sealed class EngineWorker(ImmutableArray<string> worker, WorkerOptions options, string module, MeasuredProcess process)
{
    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation) =>
        Run(LanePlan.Of(arguments), folder, limit, cancellation);

    public LaneReading Run(LanePlan plan, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var run = $"{Guid.NewGuid():N}";
        var planFile = Path.Combine(folder.Scratch, $"plan-{run}.json");
        var phaseFile = Path.Combine(folder.Scratch, $"phases-{run}.json");
        File.WriteAllText(planFile, plan.ToJson());
        try
        {
            ImmutableArray<string> arguments =
                [.. worker[1..], .. options.Arguments, phaseFile, module, folder.Media, folder.Output, folder.Scratch, planFile];
            var end = process.Run(worker[0], arguments, folder, limit, cancellation);
            var phases = Phases.Read(phaseFile);
            return end is { ExitCode: 0 } && phases.Execute is null
                ? LaneReading.Failed("the worker ended without reporting its phases", end.Usage)
                : end.ToReading(_ => phases, limit) with { Phases = phases };
        }
        finally
        {
            File.Delete(planFile);
            File.Delete(phaseFile);
        }
    }
}
