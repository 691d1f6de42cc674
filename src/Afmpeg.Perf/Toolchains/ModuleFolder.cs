using System.Collections.Immutable;
using System.Text.Json;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>A module as somebody takes it away: the file, what it is, how it is run, its licences, and the source that they ask for.</summary>
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
    public void Write(string target, string module, IEnumerable<string> sources, string toolchain, IEnumerable<(string Package, string Copyright)> linked)
    {
        CheckFree(target);
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        var unfinished = $"{whole}{Unfinished}{Environment.ProcessId}";
        try
        {
            ClearAbandoned(whole);
            Write(unfinished, "ffmpeg.wasm", File.ReadAllBytes(module));
            Write(unfinished, "manifest.json", $"{JsonSerializer.Serialize(new { manifest.Product.Key, manifest, operations }, Indented)}\n");
            Write(unfinished, "README.md", Readme());
            Write(unfinished, "csharp/run.cs", Template("run.cs"));
            Write(unfinished, "go/main.go", Template("main.go"));
            Write(unfinished, "go/go.mod", Template("go.mod"));
            Write(unfinished, "node/run.mjs", Template("run.mjs"));
            Copy(Path.Combine(CommonLicences, IsGpl ? "GPL-2" : "LGPL-2.1"), unfinished, $"licences/{(IsGpl ? "GPL-2" : "LGPL-2.1")}.txt");
            foreach (var (package, copyright) in linked)
            {
                Copy(copyright, unfinished, $"licences/{package}.txt");
            }

            foreach (var source in sources)
            {
                Copy(source, unfinished, $"source/{Path.GetFileName(source)}");
            }

            foreach (var file in Directory.EnumerateFiles(toolchain, "*", SearchOption.AllDirectories))
            {
                Copy(file, unfinished, $"source/toolchain/{Path.GetRelativePath(toolchain, file)}");
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

    private string Readme() => Template("README.md")
        .Replace("{version}", manifest.Sources.GetValueOrDefault("ffmpeg"), StringComparison.Ordinal)
        .Replace("{flavour}", Product.Flavour, StringComparison.Ordinal)
        .Replace("{build}", Product.Build, StringComparison.Ordinal)
        .Replace("{encoder}", IsGpl ? "libx264" : "libopenh264", StringComparison.Ordinal)
        .Replace("{licence}", IsGpl ? "GPL-2.0-or-later" : "LGPL-2.1-or-later", StringComparison.Ordinal)
        .Replace("{arguments}", $"-i media/in.mkv -vf scale=640:360 -c:v {(IsGpl ? "libx264 -preset veryfast" : "libopenh264")} -c:a aac out/out.mp4", StringComparison.Ordinal);

    // Of exports that were killed.
    private static void ClearAbandoned(string whole)
    {
        if (Path.GetDirectoryName(whole) is { } parent && Directory.Exists(parent))
        {
            foreach (var left in Directory.EnumerateDirectories(parent, $"{Path.GetFileName(whole)}{Unfinished}*").Where(left => OwnedFolders.IsGone(left.Split('-')[^1])))
            {
                OwnedFolders.TryRemove(left);
            }
        }
    }

    private static string Template(string name) => EmbeddedText.Read($"Toolchains.Export.{name}");

    private static void Write(string folder, string name, string text) => Write(folder, name, System.Text.Encoding.UTF8.GetBytes(text));

    private static void Write(string folder, string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private static void Copy(string source, string folder, string name)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(source, file);
    }
}
