using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// wazero's own command. It cannot time its phases: compiling is a command of its own, timed when its cache is still empty, and the
/// execute phase is the whole process, loading and instantiating included.
/// </summary>
/// <param name="wazero">The executable.</param>
/// <param name="module">The module's path.</param>
/// <param name="process">What runs it.</param>
public sealed class WazeroInstance(string wazero, string module, MeasuredProcess process) : IInstance
{
    private readonly Lock compiling = new();

    /// <inheritdoc/>
    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var cache = Path.Combine(folder.Scratch, "wazero", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(module))));
        var compiled = Compile(cache, folder, limit, cancellation);
        if (compiled.Outcome != Outcome.Ok)
        {
            return compiled;
        }

        ImmutableArray<string> command =
        [
            "run", $"-cachedir={cache}", $"-mount={folder.Media}:/{Job.MediaFolder}:ro", $"-mount={folder.Output}:/{Job.OutputFolder}",
            module, .. arguments,
        ];
        return process.Run(wazero, command, folder, limit, cancellation)
            .ToReading(usage => compiled.Phases with { Execute = usage.Wall }, limit);
    }

    // One thread compiles, the others wait for it: whoever finds the folder may rely on what is in it.
    private LaneReading Compile(string cache, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        lock (compiling)
        {
            if (Directory.Exists(cache))
            {
                return new LaneReading(Outcome.Ok, null, Phases.None, null);
            }

            var compiled = process.Run(wazero, ["compile", $"-cachedir={cache}", module], folder, limit, cancellation);
            if (compiled.ExitCode is not 0 && Directory.Exists(cache))
            {
                // It leaves the folder of a compilation that failed; the next run must compile again, outside its timed part.
                Directory.Delete(cache, recursive: true);
            }

            return compiled.ToReading(usage => Phases.None with { Compile = usage.Wall }, limit);
        }
    }
}
