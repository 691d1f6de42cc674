using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.LanesFile;

/// <summary>lanes.json as it is written. <see cref="CustomLanesFile"/> turns it into <see cref="CustomLanes"/>.</summary>
[Description("A user's own programs, measured beside or instead of those that this suite builds.")]
public sealed record CustomLanesDocument
{
    /// <summary>Where an editor finds the schema; not read.</summary>
    [JsonPropertyName("$schema")]
    [Description("Where an editor finds this schema.")]
    public string? Schema { get; init; }

    /// <summary>A native ffmpeg instead of ours.</summary>
    [Description(
        "A native ffmpeg that takes the place of the one built here, as the lanes native and native-1t and in checking outputs. Relative to this file. "
        + "With a module beside it nothing is built: the lanes of this suite's own builds, native-portable among them, are left out.")]
    public string? Native { get; init; }

    /// <summary>Modules.</summary>
    [Description("Modules; each is run on every engine that is here and on the engines of this file.")]
    public ImmutableArray<CustomModuleEntry> Modules { get; init; } = [];

    /// <summary>Native programs with lanes of their own.</summary>
    [Description("Native programs, each a lane of its own.")]
    public ImmutableArray<CustomNativeEntry> Natives { get; init; } = [];

    /// <summary>Engines.</summary>
    [Description("Engines, each a command line; they run the modules of this file and this suite's notable builds.")]
    public ImmutableArray<CustomEngineEntry> Engines { get; init; } = [];
}
