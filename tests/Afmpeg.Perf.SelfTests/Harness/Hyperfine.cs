using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>hyperfine (https://github.com/sharkdp/hyperfine), an independent tool that times commands.</summary>
public sealed class Hyperfine(string path)
{
    private const string Package = "hyperfine";

    /// <summary>Finds it on PATH, else in Debian's package, which is fetched into the cache and not installed.</summary>
    public static async Task<Reading<Hyperfine>> Find(RunSettings settings)
    {
        var installed = settings.Path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, Package)).FirstOrDefault(File.Exists);
        if (installed is not null)
        {
            return Reading<Hyperfine>.Of(new Hyperfine(installed));
        }

        try
        {
            await ToolchainSetup.Run(settings.Folders, settings.Path, settings.MayInstall, new ToolchainNeeds([], [], [Package]));
            return Reading<Hyperfine>.Of(new Hyperfine(Path.Combine(settings.Folders.Packages, Package, "usr", "bin", Package)));
        }
        catch (PerfException fault)
        {
            return Reading<Hyperfine>.Unavailable(
                $"hyperfine is not on PATH, and could not be fetched ({fault.Message}); apt-get install {Package}");
        }
    }

    /// <summary>Times a command once, without a shell: its wall time in seconds.</summary>
    public double Seconds(string program, IReadOnlyList<string> arguments, WorkFolder folder)
    {
        var export = Path.Combine(folder.Scratch, "hyperfine.json");
        var (status, output, errors) = BuiltCommand.RunProgram(
            path, folder.Root, "--shell=none", "--runs=1", "--style=none", $"--export-json={export}", CommandText.Of(program, arguments));
        status.Should().Be(0, $"{output}{errors}");
        using var results = JsonDocument.Parse(File.ReadAllText(export));
        return results.RootElement.GetProperty("results")[0].GetProperty("times").EnumerateArray().Single().GetDouble();
    }
}
