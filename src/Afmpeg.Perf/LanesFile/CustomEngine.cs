using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.LanesFile;

/// <summary>An engine that the user brings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">Its command, first the executable in full, with the placeholders {module}, {media}, {out}, {cache} and {arguments}.</param>
public sealed record CustomEngine(string Name, ImmutableArray<string> Command)
{
    /// <summary>The module's path; in any word.</summary>
    public const string Module = "{module}";

    /// <summary>The folder of media; in any word.</summary>
    public const string Media = "{media}";

    /// <summary>The folder of outputs; in any word.</summary>
    public const string Output = "{out}";

    /// <summary>ffmpeg's arguments; a word of its own, which becomes as many as there are.</summary>
    public const string Arguments = "{arguments}";

    /// <summary>A folder for compiled modules, of this engine and module, that lasts as long as the run; in any word.</summary>
    public const string Cache = "{cache}";

    /// <summary>The command that compiles a module before its first run, first the executable in full; empty where there is none.</summary>
    public ImmutableArray<string> Compile { get; init; } = [];

    /// <summary>Whether each run compiles the module anew, as far as its command tells: it names no compile step and no cache.</summary>
    [JsonIgnore]
    public bool CompilesEachTime => Compile.IsEmpty && !Command.Any(word => word.Contains(Cache, StringComparison.Ordinal));
}
