using System.Text.Json;
using Afmpeg.Perf.Exporting;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Exporting;

/// <summary>A module that somebody takes away has all that its licence asks for; a made-up one here.</summary>
public sealed class ModuleFolderRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ModuleFolderRules()
    {
        foreach (var file in (
            string[])["ffmpeg.wasm", "ffmpeg_5.1.9.orig.tar.xz", "copyright", "toolchain/build.sh", "toolchain/patches/wasi.diff"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
            File.WriteAllText(folder.File(file), file);
        }
    }

    private string Target => folder.File("out");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("gpl", "GPL-2.0-or-later", "GPL-2", "libx264 -preset veryfast")]
    [InlineData("lgpl", "LGPL-2.1-or-later", "LGPL-2.1", "libopenh264")]
    public void It_has_the_module_how_to_run_it_its_licences_and_its_source(string flavour, string licence, string text, string encoder)
    {
        Write(flavour);

        Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Target, file)).Order(StringComparer.Ordinal).Should().Equal(
            "README.md", "csharp/run.cs", "ffmpeg.wasm", "go/go.mod", "go/main.go",
            $"licences/{text}.txt", "licences/wasi-libc.txt", "manifest.json", "node/run.mjs",
            "source/ffmpeg_5.1.9.orig.tar.xz", "source/toolchain/build.sh", "source/toolchain/patches/wasi.diff");
        File.ReadAllText(Path.Combine(Target, "README.md"))
            .Should().Contain("FFmpeg 5.1.9").And.Contain(licence).And.Contain(encoder).And.NotContain("{");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Target, "manifest.json")));
        manifest.RootElement.GetProperty("manifest").GetProperty("sha256").GetString().Should().Be(Samples.Digest);
        manifest.RootElement.GetProperty("operations").GetProperty("transcode/a").GetInt64().Should().Be(7);
    }

    [Fact]
    public void Existing_files_are_not_overwritten()
    {
        Directory.CreateDirectory(Target);
        Write("gpl");
        var again = () => Write("gpl");

        again.Should().Throw<PerfException>().Which.Status.Should().Be(ExitStatus.BadUsage);
        FluentActions.Invoking(() => Write("gpl", folder.File("copyright"))).Should().Throw<PerfException>();
    }

    [Fact]
    public void The_next_export_removes_what_a_killed_one_left()
    {
        Directory.CreateDirectory(folder.File("out.unfinished-999999999"));

        Write("gpl");

        Directory.Exists(folder.File("out.unfinished-999999999")).Should().BeFalse();
    }

    [Fact]
    public void Without_its_source_there_is_no_folder()
    {
        File.Delete(folder.File("ffmpeg_5.1.9.orig.tar.xz"));

        FluentActions.Invoking(() => Write("gpl")).Should().Throw<PerfException>().Which.Observed.Should().Contain("ffmpeg_5.1.9");
        Directory.EnumerateFileSystemEntries(folder.Path).Select(entry => Path.GetFileName(entry))
            .Should().NotContain(name => name.StartsWith("out", StringComparison.Ordinal));
    }

    private void Write(string flavour, string? target = null) => new ModuleFolder(
        new ProductManifest(
            new Product($"{flavour}+O3", "wasm", flavour, "O3", Asm: false, Threads: false, "-O3", "own", []), "recipe", "clang-19",
            ImmutableSortedDictionary<string, string>.Empty.Add("ffmpeg", "5.1.9"), 1, Samples.Digest, 1, 1, 0),
        ImmutableSortedDictionary<string, long>.Empty.Add("transcode/a", 7)).Write(
            target ?? Target, folder.File("ffmpeg.wasm"), [folder.File("ffmpeg_5.1.9.orig.tar.xz")], folder.File(
                "toolchain"), [("wasi-libc", folder.File("copyright"))]);
}
