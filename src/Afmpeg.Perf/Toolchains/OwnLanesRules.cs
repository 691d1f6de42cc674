using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>What must hold of lanes.json beyond its schema. Each rule yields every fault that it finds, before anything is measured.</summary>
/// <param name="document">The file, or as much of it as could be read.</param>
/// <param name="folder">What its paths are relative to.</param>
/// <param name="searchPath">The folders of executables, as in PATH.</param>
internal sealed partial class OwnLanesRules(CheckedDocument<OwnLanesDocument> document, string folder, string searchPath)
{
    private static readonly string[] Placeholders = [OwnEngine.Module, OwnEngine.Media, OwnEngine.Output, OwnEngine.Arguments];

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
        ];
    }

    private static IEnumerable<(string Path, string Text)> Words(OwnLanesDocument own) =>
    [
        .. own.Native is { } native ? [("native", native)] : ((string, string)[])[],
        .. own.Modules.Select((module, index) => ($"modules[{index}].path", module.Path)),
        .. own.Modules.SelectMany((module, index) => module.Arguments.Select((word, place) => ($"modules[{index}].arguments[{place}]", word))),
        .. own.Natives.Select((program, index) => ($"natives[{index}].path", program.Path)),
        .. own.Engines.SelectMany((engine, index) => engine.Command.Select((word, place) => ($"engines[{index}].command[{place}]", word))),
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
        document.IsRead(path) && OwnLanesFile.Executable(Path.GetFullPath(named, folder), folder, searchPath) is null
            ? [document.Fault(path, $"'{path}' cannot be run", "an executable file", Observed(named))]
            : [];

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
        var why = module.TryGet(out var found) ? found.WhyNoCommand : module.WhyNot;
        return why is null ? [] : [document.Fault(path, $"'{path}' is no WASI command", "a core module that imports WASI preview 1 alone and exports _start", $"{file}: {why}")];
    }

    private IEnumerable<ConfigurationFault> CommandFaults(string path, OwnEngineEntry engine)
    {
        if (!document.IsRead(path))
        {
            yield break;
        }

        if (engine.Command.IsEmpty || OwnLanesFile.Executable(engine.Command[0], folder, searchPath) is null)
        {
            yield return document.Fault(
                path,
                $"the engine '{engine.Name}' cannot be run",
                "first an executable on PATH, or its path",
                engine.Command.IsEmpty ? "no word" : engine.Command[0].Contains('/', StringComparison.Ordinal) ? Observed(engine.Command[0]) : $"'{engine.Command[0]}'");
        }

        if (!engine.Command.Any(word => word.Contains(OwnEngine.Module, StringComparison.Ordinal)))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' is not given the module", $"a word with {OwnEngine.Module}", $"'{string.Join(' ', engine.Command)}'");
        }

        if (!engine.Command.Contains(OwnEngine.Arguments))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' is not given the arguments", $"the word {OwnEngine.Arguments}", $"'{string.Join(' ', engine.Command)}'");
        }

        foreach (var unknown in engine.Command.SelectMany(word => Placeholder().Matches(word)).Select(match => match.Value).Except(Placeholders))
        {
            yield return document.Fault(path, $"the engine '{engine.Name}' has an unknown placeholder", string.Join(", ", Placeholders), unknown);
        }
    }

    private string Observed(string named)
    {
        var file = Path.GetFullPath(named, folder);
        return FileKind.Other(file) is { } kind ? $"{file}, which is {kind}"
            : File.Exists(file) ? $"{file}, which may not be executed" : $"no file {file}";
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
