using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Exporting;

/// <summary>
/// A module as somebody takes it away: the file, what it is, how it is run, its licences, and the source that they ask for.
/// </summary>
/// <param name="manifest">What it is made of.</param>
/// <param name="operations">What it executes for the suite's jobs, by job; empty where that is not known.</param>
public sealed class ModuleFolder(ProductManifest manifest, ImmutableSortedDictionary<string, long> operations)
{
    private const string Unfinished = ".unfinished-";
    private const string CommonLicences = "/usr/share/common-licenses";
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private Product Product => manifest.Product;

    private bool IsGpl => Product.Flavour == Product.Gpl;

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="target">The folder; it must be empty or not there.</param>
    /// <param name="module">The module's file.</param>
    /// <param name="sources">The tarballs that it is made of.</param>
    /// <param name="toolchain">The folder of the scripts and patches that it is made by.</param>
    /// <param name="linked">Debian packages of which pieces are in it, each with its copyright file.</param>
    /// <exception cref="PerfException">There is something in the folder, or it cannot be written.</exception>
    public void Write(
        string target, string module, IEnumerable<string> sources, string toolchain, IEnumerable<(string Package, string Copyright)> linked)
    {
        CheckFree(target);
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        var unfinished = $"{whole}{Unfinished}{Environment.ProcessId}";
        try
        {
            ClearAbandoned(whole);
            foreach (var (name, text) in Texts())
            {
                File.WriteAllText(Placed(unfinished, name), text);
            }

            var licence = IsGpl ? "GPL-2" : "LGPL-2.1";
            (string Name, string File)[] copies =
            [
                ("ffmpeg.wasm", module),
                ($"licences/{licence}.txt", Path.Combine(CommonLicences, licence)),
                .. linked.Select(package => ($"licences/{package.Package}.txt", package.Copyright)),
                .. sources.Select(source => ($"source/{Path.GetFileName(source)}", source)),
                .. Directory.EnumerateFiles(toolchain, "*", SearchOption.AllDirectories)
                    .Select(file => ($"source/toolchain/{Path.GetRelativePath(toolchain, file)}", file)),
            ];
            foreach (var (name, file) in copies)
            {
                File.Copy(file, Placed(unfinished, name));
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            OwnedFolders.TryRemove(unfinished);
            throw new PerfException(ExitStatus.Missing, "The module cannot be exported")
            {
                Where = target,
                Expected = "a folder that can be written to, and every licence on this machine",
                Observed = fault.Message,
                Remedy = "make room, change its permissions or install what is missing, then the same command again",
            };
        }
    }

    /// <summary>Refuses a folder that is in use.</summary>
    /// <exception cref="PerfException">There is something in it.</exception>
    public static void CheckFree(string target)
    {
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new PerfException(ExitStatus.BadUsage, "The export folder is not empty")
            {
                Where = target,
                Expected = "an empty folder, or none",
                Remedy = "name another folder, or remove what is there",
            };
        }
    }

    private (string Name, string Text)[] Texts() =>
    [
        ("manifest.json", $"{JsonSerializer.Serialize(new { manifest.Product.Key, manifest, operations }, Indented)}\n"),
        ("README.md", Readme()),
        ("csharp/run.cs", Template("run.cs")),
        ("go/main.go", Template("main.go")),
        ("go/go.mod", Template("go.mod")),
        ("node/run.mjs", Template("run.mjs")),
    ];

    private string Readme() => Template("README.md")
        .Replace("{version}", manifest.Sources.GetValueOrDefault("ffmpeg"), StringComparison.Ordinal)
        .Replace("{flavour}", Product.Flavour, StringComparison.Ordinal)
        .Replace("{build}", Product.Build, StringComparison.Ordinal)
        .Replace("{encoder}", IsGpl ? "libx264" : "libopenh264", StringComparison.Ordinal)
        .Replace("{licence}", IsGpl ? "GPL-2.0-or-later" : "LGPL-2.1-or-later", StringComparison.Ordinal)
        .Replace(
            "{arguments}",
            $"-i media/in.mkv -vf scale=640:360 -c:v {(IsGpl ? "libx264 -preset veryfast" : "libopenh264")} -c:a aac out/out.mp4",
            StringComparison.Ordinal);

    // Of exports that were killed.
    private static void ClearAbandoned(string whole)
    {
        if (Path.GetDirectoryName(whole) is { } parent && Directory.Exists(parent))
        {
            var unfinished = Directory.EnumerateDirectories(parent, $"{Path.GetFileName(whole)}{Unfinished}*");
            foreach (var left in unfinished.Where(left => OwnedFolders.IsGone(left.Split('-')[^1])))
            {
                OwnedFolders.TryRemove(left);
            }
        }
    }

    private static string Template(string name) => EmbeddedText.Read($"Exporting.Examples.{name}");

    private static string Placed(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }
}
