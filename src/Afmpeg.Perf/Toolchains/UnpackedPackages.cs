namespace Afmpeg.Perf.Toolchains;

/// <summary>Debian packages that are unpacked into the cache and not installed: which are missing, and how one is fetched.</summary>
/// <param name="folders">Where they lie.</param>
/// <param name="steps">What fetches them.</param>
/// <param name="canBeOther">
/// Whether the archive may have other versions than it had: then one that is here in a wrong version is fetched anew.
/// </param>
internal sealed class UnpackedPackages(SuiteFolders folders, StepRunner steps, bool canBeOther)
{
    /// <summary>What fetches those that are missing.</summary>
    public ImmutableArray<SetupTask> Missing(ToolchainNeeds needs) =>
    [
        .. needs.MediaPackages.Select(package => (Package: package, Versions: needs.MediaVersions.GetValueOrDefault(package, [])))
            .Where(wanted => !IsHere(wanted.Package, wanted.Versions))
            .Select(wanted => Fetch(wanted.Package, wanted.Versions)),
    ];

    private bool IsHere(string package, ImmutableArray<string> versions) => Directory.Exists(FolderOf(package))
        && !(canBeOther && DebianPackages.VersionOfUnpacked(folders.Packages, package) is { } version
            && !versions.IsEmpty && !versions.Contains(version));

    private SetupTask Fetch(string package, ImmutableArray<string> versions) => new(
        $"fetch {package} from Debian {folders.Suite}",
        SetupStage.Fetch,
        token => steps.Script(
            $"fetch {package}",
            "fetch-package.sh",
            [],
            new Dictionary<string, string?>
            {
                ["APT_ROOT"] = folders.AptRoot(folders.Suite),
                ["PACKAGE"] = package,
                ["VERSIONS"] = string.Join(' ', versions),
                ["OUT"] = FolderOf(package),
            },
            token));

    private string FolderOf(string package) => Path.Combine(folders.Packages, package);
}
