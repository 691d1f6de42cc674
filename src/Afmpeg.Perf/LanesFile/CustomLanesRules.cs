using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.LanesFile;

/// <summary>
/// What must hold of lanes.json beyond its schema. Each rule yields every fault that it finds, before anything is measured.
/// </summary>
/// <param name="document">The file, or as much of it as could be read.</param>
/// <param name="folder">What its paths are relative to.</param>
/// <param name="searchPath">The folders of executables, as in PATH.</param>
internal sealed partial class CustomLanesRules(CheckedDocument<CustomLanesDocument> document, string folder, string searchPath)
{
    private static readonly string[] Placeholders =
        [CustomEngine.Module, CustomEngine.Media, CustomEngine.Output, CustomEngine.Cache, CustomEngine.Arguments];

    /// <summary>Every fault of the file.</summary>
    /// <param name="taken">Names of lanes, builds and engines that the suite uses.</param>
    public IEnumerable<ConfigurationFault> Faults(IReadOnlyCollection<string> taken)
    {
        var own = document.Value;
        var unspeakable = Words(own).Where(word => word.Text.Contains('\0', StringComparison.Ordinal)).Select(word => document.Fault(
            word.Path, $"'{word.Path}' holds U+0000, which no path and no argument can", "a text without it", "one with it")).ToArray();
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

    private static IEnumerable<(string Path, string Text)> Words(CustomLanesDocument own)
    {
        static IEnumerable<(string, string)> Each(string path, ImmutableArray<string> words) =>
            words.Select((word, place) => ($"{path}[{place}]", word));
        return
        [
            ("native", own.Native ?? ""),
            .. own.Modules.Select((module, index) => ($"modules[{index}].path", module.Path)),
            .. own.Modules.SelectMany((module, index) => Each($"modules[{index}].arguments", module.Arguments)),
            .. own.Natives.Select((program, index) => ($"natives[{index}].path", program.Path)),
            .. own.Engines.SelectMany((engine, index) => Each($"engines[{index}].command", engine.Command)),
            .. own.Engines.SelectMany((engine, index) => Each($"engines[{index}].compile", engine.Compile)),
        ];
    }

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
                yield return document.Fault(
                    path, $"'{path}' cannot be part of a case's id", "letters, digits, '.', '_' and '-'", $"'{name}'");
            }
            else if (!seen.Add(name))
            {
                yield return document.Fault(
                    path,
                    $"the name '{name}' is taken",
                    "a name that no other lane, build or engine has",
                    taken.Contains(name) ? "one that this suite uses" : "it is in this file twice");
            }
        }
    }

    private ConfigurationFault[] ExecutableFaults(string path, string named)
    {
        var file = Path.GetFullPath(named, folder);
        var isModule = IsModule(file);
        return If(
            document.IsRead(path) && (isModule || CustomLanesFile.Executable(file, folder, searchPath) is null),
            path,
            $"'{path}' {(isModule ? "is no native program" : "cannot be run")}",
            isModule ? "a native ffmpeg; a module stands in modules" : "an executable file",
            isModule ? $"{file}, which is WebAssembly" : Observed(named));
    }

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

    private ConfigurationFault[] ModuleFaults(string path, string named)
    {
        var file = Path.GetFullPath(named, folder);
        var isThere = document.IsRead(path) && File.Exists(file);
        if (!isThere || FileKind.Other(file) is not null)
        {
            return [document.Fault(path, $"'{path}' is {(isThere ? "no regular file" : "not there")}", "a WebAssembly module",
                Observed(named))];
        }

        const string Command = "a core module that imports WASI preview 1 alone and exports _start";
        var module = WasmModule.Read(File.ReadAllBytes(file));
        var why = module.TryGet(out var found) ? found.WhyNoCommand : module.Reason;
        var (what, expected) = found is { IsEmscripten: true }
            ? (
                "is a module of emscripten, which runs in its JavaScript alone",
                $"{Command}: link FFmpeg with clang --target=wasm32-wasi or wasi-sdk")
            : ("is no WASI command", Command);
        return why is null ? [] : [document.Fault(path, $"'{path}' {what}", expected, $"{file}: {why}")];
    }

    private ConfigurationFault[] CommandFaults(string path, CustomEngineEntry engine)
    {
        var (name, command) = ($"the engine '{engine.Name}'", $"'{string.Join(' ', engine.Command)}'");
        var placeholders = engine.Command.Concat(engine.Compile)
            .SelectMany(word => Placeholder().Matches(word)).Select(match => match.Value);
        var lacksModule = engine.Compile.IsEmpty && !Names(engine.Command, CustomEngine.Module);
        var lacksArguments = !engine.Command.Contains(CustomEngine.Arguments);
        return !document.IsRead(path) ? [] :
        [
            .. NoProgram(path, $"{name} cannot be run", engine.Command),
            .. If(lacksModule, path, $"{name} is not given the module", $"a word with {CustomEngine.Module}", command),
            .. Folder(CustomEngine.Media, "/media"),
            .. Folder(CustomEngine.Output, "/out"),
            .. If(lacksArguments, path, $"{name} is not given the arguments", $"the word {CustomEngine.Arguments}", command),
            .. placeholders.Except(Placeholders).Select(unknown =>
                document.Fault(path, $"{name} has an unknown placeholder", string.Join(", ", Placeholders), unknown)),
        ];

        ConfigurationFault[] Folder(string placeholder, string guests) => If(
            !Names(engine.Command, placeholder),
            path,
            $"{name} does not give the guest the folder {guests}",
            $"a word with {placeholder}, such as --dir={placeholder}::{guests}",
            command);
    }

    private ConfigurationFault[] CompileFaults(string path, CustomEngineEntry engine)
    {
        var (name, compile) = ($"the compile step of '{engine.Name}'", $"'{string.Join(' ', engine.Compile)}'");
        var needed = ((string[])[CustomEngine.Module, CustomEngine.Cache]).Where(placeholder => !Names(engine.Compile, placeholder));
        return engine.Compile.IsEmpty || !document.IsRead(path) ? [] :
        [
            .. NoProgram(path, $"{name} cannot be run", engine.Compile),
            .. needed.Select(placeholder =>
                document.Fault(path, $"{name} does not name {placeholder}", $"a word with {placeholder}", compile)),
            .. If(
                document.IsRead(path.Replace(".compile", ".command", StringComparison.Ordinal))
                    && !Names(engine.Command, CustomEngine.Cache),
                path,
                $"the engine '{engine.Name}' does not use what its compile step makes",
                $"a word of its command with {CustomEngine.Cache}",
                $"'{string.Join(' ', engine.Command)}'"),
        ];
    }

    private ConfigurationFault[] If(bool isWrong, string path, string what, string expected, string observed) =>
        isWrong ? [document.Fault(path, what, expected, observed)] : [];

    private static bool Names(IEnumerable<string> words, string placeholder) =>
        words.Any(word => word.Contains(placeholder, StringComparison.Ordinal));

    private ConfigurationFault[] NoProgram(string path, string what, ImmutableArray<string> words) => If(
        words.IsEmpty || CustomLanesFile.Executable(words[0], folder, searchPath) is null,
        path,
        what,
        "first an executable on PATH, or its path",
        words.IsEmpty ? "no word" : words[0].Contains('/', StringComparison.Ordinal) ? Observed(words[0]) : $"'{words[0]}'");

    private string Observed(string named)
    {
        var file = Path.GetFullPath(named, folder);
        return FileKind.Other(file) is { } kind ? $"{file}, which is {kind}"
            : File.Exists(file) ? $"{file}, which may not be executed" : $"no file {file}";
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
