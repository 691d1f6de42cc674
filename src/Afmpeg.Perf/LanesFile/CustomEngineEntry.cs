using System.Collections.Immutable;
using System.ComponentModel;

namespace Afmpeg.Perf.LanesFile;

/// <summary>An engine as lanes.json names it: a command line.</summary>
public sealed record CustomEngineEntry
{
    /// <summary>Its name.</summary>
    [Description("Its name, of letters, digits, '.', '_' and '-'; its lanes are NAME+BUILD, for the modules of this file and the notable builds.")]
    public required string Name { get; init; }

    /// <summary>The command, word by word.</summary>
    [Description(
        "The command, word by word; no shell reads it. The program is found on PATH, or relative to this file where it has a '/'. {module}, {media} and "
        + "{out} stand for paths of this machine; the guest must see the two folders as /media and /out. The word {arguments} becomes the module's arguments. "
        + "{cache} is a folder for compiled modules that lasts as long as the run; without it, and without compile, the time of compiling counts as execution.")]
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>The command that compiles a module beforehand.</summary>
    [Description("A command that compiles {module} into {cache}, word by word. It runs once for each module, before its first run, and is no part of any native multiple.")]
    public ImmutableArray<string> Compile { get; init; } = [];
}
