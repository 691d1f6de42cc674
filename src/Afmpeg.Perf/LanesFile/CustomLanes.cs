using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Afmpeg.Perf.LanesFile;

/// <summary>What a user brings: programs and engines that are measured beside those that are built and fetched, or instead of them.</summary>
/// <param name="Native">The ffmpeg in the place of our own native build; null for ours.</param>
/// <param name="Modules">Modules.</param>
/// <param name="Natives">Native programs with lanes of their own.</param>
/// <param name="Engines">Engines.</param>
public sealed record CustomLanes(
    CustomProgram? Native, ImmutableArray<CustomProgram> Modules, ImmutableArray<CustomProgram> Natives, ImmutableArray<CustomEngine> Engines)
{
    /// <summary>Nothing: every program is built here.</summary>
    public static CustomLanes None { get; } = new(null, [], [], []);

    /// <summary>Whether nothing else is measured, so that nothing is built.</summary>
    [JsonIgnore]
    public bool AreAll => Native is not null && !Modules.IsEmpty;

    /// <summary>Everything that a reading depends on: programs with their checksums, engines with their commands.</summary>
    [JsonIgnore]
    public ImmutableArray<(string Name, string Version)> Versions =>
    [
        .. Natives.Concat(Modules).Concat(Native is null ? [] : [Native])
            .Select(program => (program.Name, string.Join(' ', program.Arguments.Prepend($"sha256 {program.Sha256[..12]}")))),
        .. Engines.Select(engine => (engine.Name, string.Join(' ', engine.Compile.IsEmpty ? engine.Command : [.. engine.Compile, "&&", .. engine.Command]))),
    ];

    /// <summary>The program that bears a name, among those that have lanes of their own.</summary>
    /// <param name="name">A module's or a native program's name.</param>
    /// <returns>The program; null where none does.</returns>
    public CustomProgram? Program(string name) => Modules.Concat(Natives).FirstOrDefault(program => program.Name == name);
}
