using System.Collections.Immutable;
using System.ComponentModel;

namespace Afmpeg.Perf.Toolchains;

/// <summary>An engine as lanes.json names it: a command line.</summary>
public sealed record OwnEngineEntry
{
    /// <summary>Its name.</summary>
    [Description("Its name, of letters, digits, '.', '_' and '-'; its lanes are NAME+BUILD, for the modules of this file and the notable builds.")]
    public required string Name { get; init; }

    /// <summary>The command, word by word.</summary>
    [Description(
        "The command, word by word; no shell reads it. The program is found on PATH, or relative to this file where it has a '/'. {module}, {media} and "
        + "{out} stand for paths of this machine; the guest must see the two folders as /media and /out. The word {arguments} becomes the module's arguments.")]
    public required ImmutableArray<string> Command { get; init; }
}
