using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.LanesFile;

/// <summary>lanes.json as it is written. <see cref="CustomLanesFile"/> turns it into <see cref="CustomLanes"/>.</summary>
[Description("A user's own programs, measured beside or instead of those that this suite builds.")]
public sealed record CustomLanesDocument
{
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds this schema.")]
    public string? Schema { get; init; }

    [Description(
        "A native ffmpeg that takes the place of the one built here, as the lanes native and native-1t and in checking outputs. "
        + "Relative to this file. With a module beside it nothing is built: the lanes of this suite's own builds, "
        + "native-portable among them, are left out.")]
    public string? Native { get; init; }

    [Description("Modules; each is run on every engine that is here and on the engines of this file.")]
    public ImmutableArray<CustomModuleEntry> Modules { get; init; } = [];

    [Description("Native programs, each a lane of its own.")]
    public ImmutableArray<CustomNativeEntry> Natives { get; init; } = [];

    [Description("Engines, each a command line; they run the modules of this file and this suite's notable builds.")]
    public ImmutableArray<CustomEngineEntry> Engines { get; init; } = [];
}

/// <summary>A module as lanes.json names it.</summary>
public sealed record CustomModuleEntry
{
    [Description("Its name, of letters, digits, '.', '_' and '-'; its lanes are ENGINE+NAME.")]
    public required string Name { get; init; }

    [Description("The file: FFmpeg's command line tool as a WASI command. Relative to this file.")]
    public required string Path { get; init; }

    [Description("gpl: it has libx264; lgpl: it has openh264. It is measured on the jobs of that encoder; gpl where this is left out.")]
    public CustomFlavour Flavour { get; init; } = CustomFlavour.Gpl;

    [Description("Arguments that stand before ffmpeg's own in every run.")]
    public ImmutableArray<string> Arguments { get; init; } = [];
}

/// <summary>A native ffmpeg as lanes.json names it.</summary>
public sealed record CustomNativeEntry
{
    [Description("The lane's name, of letters, digits, '.', '_' and '-'.")]
    public required string Name { get; init; }

    [Description("The executable, relative to this file. It runs with all threads.")]
    public required string Path { get; init; }

    [Description("gpl: it has libx264; lgpl: it has openh264. It is measured on the jobs of that encoder; gpl where this is left out.")]
    public CustomFlavour Flavour { get; init; } = CustomFlavour.Gpl;
}

/// <summary>An engine as lanes.json names it: a command line.</summary>
public sealed record CustomEngineEntry
{
    [Description(
        "Its name, of letters, digits, '.', '_' and '-'; its lanes are NAME+BUILD, for the modules of this file and the notable builds.")]
    public required string Name { get; init; }

    [Description(
        "The command, word by word; no shell reads it. The program is found on PATH, or relative to this file where it has a '/'. "
        + "{module}, {media} and {out} stand for paths of this machine; the guest must see the two folders as /media and /out. "
        + "The word {arguments} becomes the module's arguments. {cache} is a folder for compiled modules that lasts as long as the run; "
        + "without it, and without compile, the time of compiling counts as execution.")]
    public required ImmutableArray<string> Command { get; init; }

    [Description(
        "A command that compiles {module} into {cache}, word by word. It runs once for each module, before its first run, "
        + "and is no part of any native multiple.")]
    public ImmutableArray<string> Compile { get; init; } = [];
}

/// <summary>The flavours that a user's program can be of: it measures the jobs of its own.</summary>
public enum CustomFlavour
{
    /// <summary>With libx264.</summary>
    Gpl,

    /// <summary>With openh264.</summary>
    Lgpl,
}
