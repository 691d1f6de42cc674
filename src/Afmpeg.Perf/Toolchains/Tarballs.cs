namespace Afmpeg.Perf.Toolchains;

/// <summary>The tarballs that products are made of: which are here, and how one is fetched.</summary>
internal sealed class Tarballs(SuiteFolders folders, StepRunner steps)
{
    /// <summary>The suite that a source is fetched from.</summary>
    public string SuiteOf(SourcePackage source) => source.Suite ?? folders.Suite;

    /// <summary>The step that fetches a source.</summary>
    public static string StepOf(SourcePackage source) => $"fetch {source.Name}";

    /// <summary>Whether a source is here, whole.</summary>
    public bool IsHere(SourcePackage source)
    {
        var tarball = Path.Combine(folders.Sources, source.File);
        return File.Exists(tarball) && ProductStore.Checksum(tarball) == source.Sha256;
    }

    /// <summary>Fetches a source; one that names its suite may be gone, and set-up goes on without it.</summary>
    public SetupTask Fetch(SourcePackage source) => new(
        $"fetch {(source.File.Length > 0 ? source.File : $"{source.Name} {source.Version}.* from Debian {source.Suite}")}",
        SetupStage.Fetch,
        token => steps.Script(
            StepOf(source),
            "fetch-source.sh",
            [],
            new Dictionary<string, string?>
            {
                ["APT_ROOT"] = folders.AptRoot(SuiteOf(source)),
                ["NAME"] = source.Name,
                ["PACKAGE"] = source.Package ?? source.Name,
                ["VERSION"] = source.Version,
                ["FILE"] = source.File,
                ["SHA256"] = source.Sha256,
                ["OUT"] = folders.Sources,
            },
            token),
        IsOptional: source.Suite is not null);
}
