using System.Collections.Immutable;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Lanes;

/// <summary>An engine that the user brings, as a command line. It tells no phases: the execute phase is the whole process.</summary>
/// <param name="engine">The engine.</param>
/// <param name="module">The module's path.</param>
/// <param name="process">What runs it.</param>
public sealed class CommandInstance(OwnEngine engine, string module, MeasuredProcess process) : IInstance
{
    /// <inheritdoc/>
    public LaneReading Run(ImmutableArray<string> arguments, WorkFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        var words = engine.Command.SelectMany(word => word == OwnEngine.Arguments ? arguments : [Fill(word, folder)]).ToImmutableArray();
        return process.Run(words[0], words[1..], folder, limit, cancellation)
            .ToReading(Phases.OfWhole, limit);
    }

    private string Fill(string word, WorkFolder folder) => word
        .Replace(OwnEngine.Module, module, StringComparison.Ordinal)
        .Replace(OwnEngine.Media, folder.Media, StringComparison.Ordinal)
        .Replace(OwnEngine.Output, folder.Output, StringComparison.Ordinal);
}
