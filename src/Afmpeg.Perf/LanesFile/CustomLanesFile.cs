using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.LanesFile;

/// <summary>Reads a user's lanes.json.</summary>
public static class CustomLanesFile
{
    /// <summary>Loads the file and looks at everything that it names.</summary>
    /// <param name="path">The file; paths in it are relative to its folder.</param>
    /// <param name="taken">Names of lanes, builds and engines that are declared already.</param>
    /// <param name="searchPath">The folders of executables, as in PATH.</param>
    /// <exception cref="PerfException">
    /// The file is missing (exit status 3), or has faults (exit status 2): all of them are in its message.
    /// </exception>
    public static CustomLanes Load(string path, IReadOnlyCollection<string> taken, string searchPath)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!File.Exists(path) && FileKind.Other(path) is null)
        {
            throw new PerfException(ExitStatus.Missing, "The lanes file is not there")
            {
                Where = Path.GetFullPath(path),
                Expected = "a file that names your modules, engines or native programs",
                Remedy = "name one that is there: --lanes FILE; docs/own-inputs.md shows what it says",
            };
        }

        var document = CheckedJson
            .Load<CustomLanesDocument>(path, found => new CustomLanesRules(found, folder, searchPath).Faults(taken)).Value;
        string FullPath(string named) => Path.GetFullPath(named, folder);
        return new CustomLanes(
            document.Native is { } native ? Program("native", FullPath(native), CustomFlavour.Gpl, []) : null,
            [.. document.Modules.Select(entry => Program(entry.Name, FullPath(entry.Path), entry.Flavour, entry.Arguments))],
            [.. document.Natives.Select(entry => Program(entry.Name, FullPath(entry.Path), entry.Flavour, []))],
            [
                .. document.Engines.Select(entry => new CustomEngine(
                    entry.Name, Command(entry.Command, folder, searchPath)) { Compile = Command(entry.Compile, folder, searchPath) }),
            ]);
    }

    /// <summary>The executable that a word of a command means.</summary>
    /// <param name="word">A name on PATH, or a path where it has a '/'.</param>
    /// <param name="folder">What paths are relative to.</param>
    /// <param name="searchPath">The folders of executables, as in PATH.</param>
    internal static string? Executable(string word, string folder, string searchPath)
    {
        const UnixFileMode MayRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        var found = word.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(word, folder) : Engines.Which(word, searchPath);
        return File.Exists(found) && FileKind.Other(found) is null && (File.GetUnixFileMode(found) & MayRun) != UnixFileMode.None
            ? found
            : null;
    }

    private static ImmutableArray<string> Command(ImmutableArray<string> words, string folder, string searchPath) =>
        words.IsEmpty ? [] : [Executable(words[0], folder, searchPath)!, .. words.Skip(1)];

    private static CustomProgram Program(string name, string file, CustomFlavour flavour, ImmutableArray<string> arguments)
    {
        // Opened, since the size of a link is not that of its target.
        using var opened = File.OpenHandle(file);
        return new(name, file, flavour == CustomFlavour.Gpl ? Product.Gpl : Product.Lgpl, arguments, ProductStore.Checksum(file))
        {
            Bytes = RandomAccess.GetLength(opened),
        };
    }
}
