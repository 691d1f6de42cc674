using System.Collections.Immutable;

namespace Afmpeg.Perf.Toolchains;

/// <summary>An engine that the user brings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">Its command, first the executable in full, with the placeholders {module}, {media}, {out} and {arguments}.</param>
public sealed record OwnEngine(string Name, ImmutableArray<string> Command)
{
    /// <summary>The module's path; in any word.</summary>
    public const string Module = "{module}";

    /// <summary>The folder of media; in any word.</summary>
    public const string Media = "{media}";

    /// <summary>The folder of outputs; in any word.</summary>
    public const string Output = "{out}";

    /// <summary>ffmpeg's arguments; a word of its own, which becomes as many as there are.</summary>
    public const string Arguments = "{arguments}";
}
