using System.Text.Json.Serialization;

namespace Afmpeg.Perf.LanesFile;

/// <summary>
/// The programs and engines of a user's lanes file, measured beside those that are built and fetched, or instead of them.
/// </summary>
/// <param name="Native">The ffmpeg in the place of our own native build; null for ours.</param>
/// <param name="Modules">Modules.</param>
/// <param name="Natives">Native programs with lanes of their own.</param>
/// <param name="Engines">Engines.</param>
public sealed record CustomLanes(
    CustomProgram? Native,
    ImmutableArray<CustomProgram> Modules,
    ImmutableArray<CustomProgram> Natives,
    ImmutableArray<CustomEngine> Engines)
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
        .. Engines.Select(engine =>
            (engine.Name, string.Join(' ', engine.Compile.IsEmpty ? engine.Command : [.. engine.Compile, "&&", .. engine.Command]))),
    ];

    /// <summary>The module or native program with a lane of its own that has this name; null where none has.</summary>
    public CustomProgram? Program(string name) => Modules.Concat(Natives).FirstOrDefault(program => program.Name == name);
}

/// <summary>A program of the user's: a module, or a native ffmpeg.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">The file, in full.</param>
/// <param name="Flavour">gpl or lgpl.</param>
/// <param name="Arguments">Arguments before ffmpeg's own.</param>
/// <param name="Sha256">Its checksum, lower-case hexadecimal digits.</param>
public sealed record CustomProgram(string Name, string File, string Flavour, ImmutableArray<string> Arguments, string Sha256)
{
    /// <summary>The file's size; null in runs of a version that did not keep it.</summary>
    public long? Bytes { get; init; }
}

/// <summary>An engine of the user's.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">
/// Its command, first the executable in full, with the placeholders {module}, {media}, {out}, {cache} and {arguments}.
/// </param>
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
