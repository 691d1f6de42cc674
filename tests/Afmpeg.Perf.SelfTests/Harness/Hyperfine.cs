using System.Diagnostics;
using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>hyperfine (https://github.com/sharkdp/hyperfine), which others time commands with: what our launcher's times are held against.</summary>
/// <param name="path">The executable.</param>
public sealed class Hyperfine(string path)
{
    private const string Package = "hyperfine";

    /// <summary>Finds it on PATH, else in Debian's package, fetched into the cache and not installed.</summary>
    /// <param name="settings">Folders and PATH.</param>
    /// <returns>It, or why it is not here.</returns>
    public static async Task<Reading<Hyperfine>> Find(RunSettings settings)
    {
        var unpacked = Path.Combine(settings.Folders.Packages, Package, "usr", "bin", Package);
        if (OnPath(settings.Path) is { } installed)
        {
            return Reading<Hyperfine>.Of(new Hyperfine(installed));
        }

        try
        {
            var steps = new StepRunner(settings.Folders, _ => { });
            var toolchain = new Toolchain(settings.Folders, ToolchainRecipes.Load(settings.Folders.Toolchain), steps, settings.Path);
            var needs = new ToolchainNeeds([], [], [Package]);
            await Setup.Run(settings.Folders, steps, settings.MayInstall, () => toolchain.Missing(needs, CancellationToken.None), _ => { }, CancellationToken.None);
            return Reading<Hyperfine>.Of(new Hyperfine(unpacked));
        }
        catch (PerfException fault)
        {
            return Reading<Hyperfine>.Unavailable($"hyperfine is neither on PATH nor could it be fetched ({fault.Message}); apt-get install {Package}");
        }
    }

    /// <summary>Times a command once.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments; none goes through a shell.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <returns>Its wall time in seconds, as hyperfine exports it.</returns>
    public double Seconds(string program, IReadOnlyList<string> arguments, WorkFolder folder)
    {
        var export = Path.Combine(folder.Scratch, "hyperfine.json");
        var start = new ProcessStartInfo(path, ["--shell=none", "--runs=1", "--style=none", $"--export-json={export}", CommandText.Of(program, arguments)])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, $"{told.GetAwaiter().GetResult()}{errors}");
        using var results = JsonDocument.Parse(File.ReadAllText(export));
        return results.RootElement.GetProperty("results")[0].GetProperty("times").EnumerateArray().Select(time => time.GetDouble()).Single();
    }

    private static string? OnPath(string folders) =>
        folders.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, Package)).FirstOrDefault(File.Exists);
}
