using System.Collections.Immutable;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// An engine behind a worker of ours, which times its phases inside and sends them on a pipe: Wasmtime (src/Afmpeg.Perf.Wasmtime) and
/// v8 (v8-runner.mjs, Node's WASI). Both take: descriptor, module, folder of media, folder of outputs, cache, then ffmpeg's arguments.
/// </summary>
/// <param name="lane">The lane.</param>
/// <param name="worker">The worker's command, first the program.</param>
/// <param name="module">The module's path.</param>
/// <param name="process">What runs it.</param>
public sealed class WorkerLane(Lane lane, ImmutableArray<string> worker, string module, MeasuredProcess process) : ILaneRunner
{
    /// <inheritdoc/>
    public Lane Lane => lane;

    /// <inheritdoc/>
    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        using var pipe = new PhasePipe();
        ImmutableArray<string> arguments =
        [
            .. worker[1..], pipe.Descriptor, module, folder.Media, folder.Output, folder.Scratch, .. job.Arguments(ThreadMode.One),
        ];
        var end = process.Run(worker[0], arguments, folder, limit, cancellation);
        var phases = pipe.Read();
        return end is { ExitCode: 0 } && phases.Execute is null
            ? LaneReading.Failed("the worker ended without sending its phases", end.Usage)
            : end.ToReading(_ => phases, limit);
    }
}
