using System.Collections.Immutable;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// wazero's own command. It cannot time its phases: compiling is a command of its own, timed when its cache is still empty, and the
/// execute phase is the whole process, loading and instantiating included.
/// </summary>
/// <param name="lane">The lane.</param>
/// <param name="wazero">The executable.</param>
/// <param name="module">The module's path.</param>
/// <param name="process">What runs it.</param>
public sealed class WazeroLane(Lane lane, string wazero, string module, MeasuredProcess process) : ILaneRunner
{
    /// <inheritdoc/>
    public Lane Lane => lane;

    /// <inheritdoc/>
    public LaneReading Run(Job job, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        // By the module's own folder: its name tells flavour, build and recipe.
        var cache = Path.Combine(folder.Scratch, "wazero", Path.GetFileName(Path.GetDirectoryName(module)!));
        TimeSpan? compile = null;
        if (!Directory.Exists(cache))
        {
            var compiled = process.Run(wazero, ["compile", $"-cachedir={cache}", module], folder, limit, cancellation);
            if (compiled.ExitCode is not 0)
            {
                // It leaves the folder of a compilation that failed; the next run must compile again, outside its timed part.
                Directory.Delete(cache, recursive: true);
                return compiled.ToReading(_ => Phases.None, limit);
            }

            compile = compiled.Usage?.Wall;
        }

        ImmutableArray<string> arguments =
        [
            "run", $"-cachedir={cache}", $"-mount={folder.Media}:/{Job.MediaFolder}:ro", $"-mount={folder.Output}:/{Job.OutputFolder}",
            module, .. job.Arguments(ThreadMode.One),
        ];
        return process.Run(wazero, arguments, folder, limit, cancellation)
            .ToReading(usage => Phases.None with { Compile = compile, Execute = usage.Wall }, limit);
    }
}
