using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.LanesFile;

/// <summary>What must hold of lanes.json beyond its schema. Each rule yields every fault that it finds, before anything is measured.</summary>
/// <param name="document">The file, or as much of it as could be read.</param>
/// <param name="folder">What its paths are relative to.</param>
/// <param name="searchPath">The folders of executables, as in PATH.</param>
internal sealed partial class CustomLanesRules(CheckedDocument<CustomLanesDocument> document, string folder, string searchPath)
{
    private static readonly string[] Placeholders = [CustomEngine.Module, CustomEngine.Media, CustomEngine.Output, CustomEngine.Cache, CustomEngine.Arguments];

    /// <summary>Holds the file against every rule.</summary>
    /// <param name="taken">Names that are declared already.</param>
    public IEnumerable<ConfigurationFault> Faults(IReadOnlyCollection<string> taken)
    {
        var own = document.Value;
        ConfigurationFault[] unspeakable = [.. Words(own).Where(word => word.Text.Contains('\0', StringComparison.Ordinal))
            .Select(word => document.Fault(word.Path, $"'{word.Path}' holds U+0000, which no path and no argument can", "a text without it", "one with it"))];
        return unspeakable.Length > 0 ? [.. NameFaults(taken), .. unspeakable] :
        [
            .. NameFaults(taken),
            .. own.Native is { } native ? ExecutableFaults("native", native) : [],
            .. own.Modules.SelectMany((module, index) => ModuleFaults($"modules[{index}].path", module.Path)),
            .. own.Natives.SelectMany((program, index) => ExecutableFaults($"natives[{index}].path", program.Path)),
            .. own.Engines.SelectMany((engine, index) => CommandFaults($"engines[{index}].command", engine)),
            .. own.Engines.SelectMany((engine, index) => CompileFaults($"engines[{index}].compile", engine)),
        ];
    }

    private static IEnumerable<(string Path, string Text)> Words(CustomLanesDocument own) =>
    [
        .. own.Native is { } native ? [("native", native)] : ((string, string)[])[],
        .. own.Modules.Select((module, index) => ($"modules[{index}].path", module.Path)),
        .. own.Modules.SelectMany((module, index) => module.Arguments.Select((word, place) => ($"modules[{index}].arguments[{place}]", word))),
        .. own.Natives.Select((program, index) => ($"natives[{index}].path", program.Path)),
        .. own.Engines.SelectMany((engine, index) => engine.Command.Select((word, place) => ($"engines[{index}].command[{place}]", word))),
        .. own.Engines.SelectMany((engine, index) => engine.Compile.Select((word, place) => ($"engines[{index}].compile[{place}]", word))),
    ];

    private IEnumerable<ConfigurationFault> NameFaults(IReadOnlyCollection<string> taken)
    {
        var seen = taken.ToHashSet(StringComparer.Ordinal);
        var names = document.Value.Modules.Select((entry, index) => ($"modules[{index}].name", entry.Name))
            .Concat(document.Value.Natives.Select((entry, index) => ($"natives[{index}].name", entry.Name)))
            .Concat(document.Value.Engines.Select((entry, index) => ($"engines[{index}].name", entry.Name)));
        foreach (var (path, name) in names)
        {
            if (!document.IsRead(path))
            {
                continue;
            }

            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-'))
            {
                yield return document.Fault(path, $"'{path}' cannot be part of a case's id", "letters, digits, '.', '_' and '-'", $"'{name}'");
            }
            else if (!seen.Add(name))
            {
                yield return document.Fault(
                    path, $"the name '{name}' is taken", "a name that no other lane, build or engine has", taken.Contains(name) ? "one that this suite uses" : "it is in this file twice");
            }
        }
    }

    private IEnumerable<ConfigurationFault> ExecutableFaults(string path, string named) =>
        !document.IsRead(path) ? []
        : IsModule(Path.GetFullPath(named, folder)) ? [document.Fault(path, $"'{path}' is no native program", "a native ffmpeg; a module stands in modules", $"{Path.GetFullPath(named, folder)}, which is WebAssembly")]
        : CustomLanesFile.Executable(Path.GetFullPath(named, folder), folder, searchPath) is null ? [document.Fault(path, $"'{path}' cannot be run", "an executable file", Observed(named))]
        : [];

    private static bool IsModule(string file)
    {
        if (!File.Exists(file) || FileKind.Other(file) is not null)
        {
            return false;
        }

        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> start = stackalloc byte[4];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("\0asm"u8);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            // A program may be executable and not readable.
            return false;
        }
    }

    private IEnumerable<ConfigurationFault> ModuleFaults(string path, string named)
    {
        var file = Path.GetFullPath(named, folder);
        if (!document.IsRead(path) || !File.Exists(file))
        {
            return [document.Fault(path, $"'{path}' is not there", "a WebAssembly module", Observed(named))];
        }

        if (FileKind.Other(file) is not null)
        {
            return [document.Fault(path, $"'{path}' is no regular file", "a WebAssembly module", Observed(named))];
        }

        var module = WasmModule.Read(File.ReadAllBytes(file));
        var why = module.TryGet(out var found) ? found.WhyNoCommand : module.Reason;
        var command = "a core module that imports WASI preview 1 alone and exports _start";
        return why is null ? []
            : found is { IsEmscripten: true }
            ? [document.Fault(path, $"'{path}' is a module of emscripten, which runs in its JavaScript alone", $"{command}: link FFmpeg with clang --target=wasm32-wasi or wasi-sdk", $"{file}: {why}")]
            : [document.Fault(path, $"'{path}' is no WASI command", command, $"{file}: {why}")];
    }

    private IEnumerable<ConfigurationFault> CommandFaults(string path, CustomEngineEntry engine)
    {
        if (!document.IsRead(path))
        {
            yield break;
        }

        if (engine.Command.IsEmpty || CustomLanesFile.Executable(engine.Command[0], folder, searchPath) is null)
        {
            yield return NoProgram(path, $"the engine '{engine.Name}' cannot be run", engine.Command);
        }

        if (engine.Compile.IsEmpty && !Names(engine.Command, CustomEngine.Module))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' is not given the module", $"a word with {CustomEngine.Module}", $"'{string.Join(' ', engine.Command)}'");
        }

        foreach (var (placeholder, guests) in ((string, string)[])[(CustomEngine.Media, "/media"), (CustomEngine.Output, "/out")])
        {
            if (!Names(engine.Command, placeholder))
            {
                yield return document.Fault(
                    path, $"the engine '{engine.Name}' does not give the guest the folder {guests}", $"a word with {placeholder}, such as --dir={placeholder}::{guests}", $"'{string.Join(' ', engine.Command)}'");
            }
        }

        if (!engine.Command.Contains(CustomEngine.Arguments))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' is not given the arguments", $"the word {CustomEngine.Arguments}", $"'{string.Join(' ', engine.Command)}'");
        }

        foreach (var unknown in engine.Command.Concat(engine.Compile).SelectMany(word => Placeholder().Matches(word)).Select(match => match.Value).Except(Placeholders))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' has an unknown placeholder", string.Join(", ", Placeholders), unknown);
        }
    }

    private IEnumerable<ConfigurationFault> CompileFaults(string path, CustomEngineEntry engine)
    {
        if (engine.Compile.IsEmpty || !document.IsRead(path))
        {
            yield break;
        }

        if (CustomLanesFile.Executable(engine.Compile[0], folder, searchPath) is null)
        {
            yield return NoProgram(path, $"the compile step of '{engine.Name}' cannot be run", engine.Compile);
        }

        foreach (var needed in ((string[])[CustomEngine.Module, CustomEngine.Cache]).Where(needed => !Names(engine.Compile, needed)))
        {
            yield return document.Fault(path, $"the compile step of '{engine.Name}' does not name {needed}", $"a word with {needed}", $"'{string.Join(' ', engine.Compile)}'");
        }

        if (document.IsRead(path.Replace(".compile", ".command", StringComparison.Ordinal)) && !Names(engine.Command, CustomEngine.Cache))
        {
            yield return document.Fault(
                path, $"the engine '{engine.Name}' does not use what its compile step makes", $"a word of its command with {CustomEngine.Cache}", $"'{string.Join(' ', engine.Command)}'");
        }
    }

    private static bool Names(IEnumerable<string> words, string placeholder) => words.Any(word => word.Contains(placeholder, StringComparison.Ordinal));

    private ConfigurationFault NoProgram(string path, string what, IReadOnlyList<string> words) => document.Fault(
        path,
        what,
        "first an executable on PATH, or its path",
        words.Count == 0 ? "no word" : words[0].Contains('/', StringComparison.Ordinal) ? Observed(words[0]) : $"'{words[0]}'");

    private string Observed(string named)
    {
        var file = Path.GetFullPath(named, folder);
        return FileKind.Other(file) is { } kind ? $"{file}, which is {kind}"
            : File.Exists(file) ? $"{file}, which may not be executed" : $"no file {file}";
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
