using Afmpeg.Perf.Exporting;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The programs of an exported folder, in C#, Go and node, run its module: their outputs are the same, byte for byte.</summary>
[Collection(Campaign.Name)]
public sealed class ExportSpec(ITestOutputHelper output) : IDisposable
{
    private const string Transcode =
        "-loglevel error -y -i media/synthetic-240p.mkv -vf scale=160:120 -c:v libx264 -preset veryfast -c:a aac -fflags +bitexact "
        + "-map_metadata -1 out/out.mp4";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task Every_program_of_an_exported_folder_makes_the_same_file()
    {
        RealLanes.SkipUnlessFull(nameof(ExportSpec));
        var settings = TestSettings.ForRun(new HashSet<string> { "transcode/synthetic-120p/libx264-veryfast/wasmtime+O3-simd128-msa" });
        var equipment = await new BenchmarkRun(settings, new PlainProgress(TextWriter.Null)).SetUp(CancellationToken.None);
        var target = folder.File("module");
        await new ModuleExport(settings, new PlainProgress(TextWriter.Null))
            .Write("O3-simd128-msa", Product.Gpl, target, CancellationToken.None);
        Directory.CreateDirectory(folder.File("media"));
        File.Copy(equipment.Media["synthetic-240p"].File, folder.File("media/synthetic-240p.mkv"));

        var go = await WazeroProgram.Compile(settings.Folders, Path.Combine(target, "go"), folder.File("go-build"));
        var files = new Dictionary<string, string>
        {
            ["csharp"] = await Run("csharp", target, "dotnet", ["run", "run.cs", "--"]),
            ["node"] = await Run("node", target, "node", ["--no-warnings", "--no-turbo-fast-api-calls", "run.mjs"]),
            ["go"] = await Run("go", target, go, []),
        };

        files.Should().OnlyContain(file => file.Value == files["csharp"], "one module writes one file, whatever runs it");
    }

    private async Task<string> Run(string name, string target, string program, string[] first)
    {
        var written = Directory.CreateDirectory(folder.File($"out-{name}")).FullName;
        var result = await Cli.Wrap(program)
            .WithArguments([.. first, "../ffmpeg.wasm", folder.File("media"), written, .. Transcode.Split(' ')])
            .WithWorkingDirectory(Path.Combine(target, name)).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        result.ExitCode.Should().Be(0, $"{name}: {result.StandardOutput}{result.StandardError}");
        var checksum = ProductStore.Checksum(Path.Combine(written, "out.mp4"));
        output.WriteLine($"{name}: {new FileInfo(Path.Combine(written, "out.mp4")).Length} bytes, sha256 {checksum}");
        return checksum;
    }
}
