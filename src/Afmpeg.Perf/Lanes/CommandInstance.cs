using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// An engine of the user's, as a command line. The execute phase is the whole process; compiling is a phase of its own only where the
/// engine has a compile step, which runs before a module's first run.
/// </summary>
internal sealed class CommandInstance(CustomEngine engine, string module, MeasuredProcess process)
{
    private readonly Lock compiling = new();
    private readonly HashSet<string> compiled = [];

    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var step = Compile(folder, limit, cancellation);
        if (step is { Outcome: not Outcome.Ok })
        {
            return step with { Reason = $"its compile step failed: {step.Reason}" };
        }

        ImmutableArray<string> command =
            [.. engine.Command.SelectMany(word => word == CustomEngine.Arguments ? arguments : [Fill(word, folder)])];
        var reading = Start(command, folder, limit, cancellation);
        return step is null ? reading : reading with { Phases = reading.Phases with { Compile = step.Usage!.Wall } };
    }

    // Once for each work folder, which holds the cache. Null where there is nothing to compile, or all is compiled.
    private LaneReading? Compile(WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        lock (compiling)
        {
            Directory.CreateDirectory(Cache(folder));
            if (engine.Compile.IsEmpty || compiled.Contains(folder.Root))
            {
                return null;
            }

            var reading = Start([.. engine.Compile.Select(word => Fill(word, folder))], folder, limit, cancellation);
            if (reading.Outcome == Outcome.Ok)
            {
                compiled.Add(folder.Root);
            }

            return reading;
        }
    }

    private LaneReading Start(ImmutableArray<string> words, WorkFolder folder, TimeSpan limit, CancellationToken cancellation) =>
        process.Run(words[0], words[1..], folder, limit, cancellation).ToReading(Phases.OfWhole, limit);

    private string Cache(WorkFolder folder) => Path.Combine(folder.Scratch, $"cache-{TextHash.Of($"{engine.Name}|{module}")[..12]}");

    private string Fill(string word, WorkFolder folder) => word
        .Replace(CustomEngine.Module, module, StringComparison.Ordinal)
        .Replace(CustomEngine.Cache, Cache(folder), StringComparison.Ordinal)
        .Replace(CustomEngine.Media, folder.Media, StringComparison.Ordinal)
        .Replace(CustomEngine.Output, folder.Output, StringComparison.Ordinal);
}
