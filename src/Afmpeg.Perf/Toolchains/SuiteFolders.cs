using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Where things lie: what the repository holds, and what is made from it and kept between runs.</summary>
/// <param name="Repository">The checkout: toolchain/, media/ and thresholds.json are below it.</param>
/// <param name="Cache">Everything that is downloaded or built; deleting it costs time, nothing else.</param>
public sealed record SuiteFolders(string Repository, string Cache)
{
    private const string ThresholdsName = "thresholds.json";
    private const string PinnedSuite = "bookworm";

    /// <summary>The build steps and what they read.</summary>
    public string Toolchain => Path.Combine(Repository, "toolchain");

    /// <summary>The media library's manifest.</summary>
    public string MediaManifest => Path.Combine(Repository, "media", "manifest.json");

    /// <summary>The Debian suite that pinned sources and media are taken from; its name is that of a folder, too.</summary>
    public string Suite { get; init; } = PinnedSuite;

    /// <summary>The limits: those that AFMPEG_THRESHOLDS names, else those of the working directory, else those of the suite.</summary>
    public string Thresholds => CustomThresholds ?? Path.Combine(Repository, ThresholdsName);

    /// <summary>The user's own limits; null where there are none.</summary>
    public string? CustomThresholds { get; init; }

    /// <summary>
    /// The folder that the user works in: what an installed tool records belongs there, and not into the tool's own folder.
    /// </summary>
    public string? Project { get; init; }

    /// <summary>Whether the repository is a clone of the suite; otherwise it is the folder of an installed tool.</summary>
    public bool IsClone => File.Exists(Path.Combine(Repository, "Afmpeg.Tests.sln"));

    /// <summary>The operations that modules execute, which runs on every host are compared with.</summary>
    public string OperationsBaseline =>
        IsClone ? Path.Combine(Repository, "tests", "Fixtures", "operations.json") : Path.Combine(Project ?? Repository, "operations.json");

    /// <summary>The file that a decision is recorded in: the limits in force, or a copy of the tool's own where the user works.</summary>
    public string RecordedThresholds =>
        CustomThresholds ?? Path.Combine(IsClone ? Repository : Project ?? Repository, ThresholdsName);

    /// <summary>The part of the perf table that must not drift, as the spec of that name reads it.</summary>
    public string VerifiedTable => Path.Combine(
        Repository, "tests", "Afmpeg.Perf.Tests", "Specs", "PerfTableSpec.The_perf_table_is_the_verified_one.verified.txt");

    /// <summary>What decisions promoted or closed, a document each.</summary>
    public string Specs => Path.Combine(Repository, "docs", "specs");

    /// <summary>Upstream's tarballs.</summary>
    public string Sources => Path.Combine(Cache, "sources");

    /// <summary>Built products.</summary>
    public string Products => Path.Combine(Cache, "products");

    /// <summary>Debian packages that were unpacked, not installed; another suite has other versions.</summary>
    public string Packages => Path.Combine(Cache, Suite == PinnedSuite ? "packages" : $"packages-{Suite}");

    /// <summary>Packages of npm that were unpacked, not installed.</summary>
    public string Npm => Path.Combine(Cache, "npm");

    /// <summary>Derived clips.</summary>
    public string Clips => Path.Combine(Cache, "clips");

    /// <summary>Counts of operations that were made earlier.</summary>
    public string Operations => Path.Combine(Cache, "operations");

    /// <summary>The logs of set-up steps.</summary>
    public string Logs => Path.Combine(Cache, "logs");

    /// <summary>Builds under way.</summary>
    public string Work => Path.Combine(Cache, "work");

    /// <summary>A private apt root for one Debian suite.</summary>
    public string AptRoot(string suite) => Path.Combine(Cache, "apt", suite);

    /// <summary>
    /// The folders of this checkout, and what the environment names: limits in AFMPEG_THRESHOLDS; the suite in AFMPEG_SUITE; the cache in
    /// AFMPEG_CACHE, or a folder below XDG_CACHE_HOME or ~/.cache.
    /// </summary>
    /// <param name="starts">
    /// Where to look for the checkout, or for the parts of it that an installed tool carries: first the working directory, then the
    /// program's folder.
    /// </param>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static SuiteFolders Find(IReadOnlyList<string> starts, Func<string, string?> environment)
    {
        var folders = new SuiteFolders(
            FindRepository(starts),
            environment("AFMPEG_CACHE") is { Length: > 0 } named ? Path.GetFullPath(named) : DefaultCache(environment));
        var limits = environment("AFMPEG_THRESHOLDS") is { Length: > 0 } file ? file : null;
        var own = Path.GetFullPath(Path.Combine(starts[0], limits ?? ThresholdsName));
        var isThere = limits is not null || Path.Exists(own);
        return Checked(folders with
        {
            CustomThresholds = isThere && own != folders.Thresholds ? own : null,
            Suite = environment("AFMPEG_SUITE") is { Length: > 0 } suite ? CheckedSuite(suite) : folders.Suite,
            Project = Path.GetFullPath(starts[0]),
        });
    }

    private static string CheckedSuite(string suite) => suite.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        ? suite
        : throw new PerfException(ExitStatus.BadUsage, "AFMPEG_SUITE is not the name of a Debian suite")
        {
            Expected = "small letters, digits and hyphens, such as bookworm or oldstable",
            Observed = $"'{suite}'",
            Remedy = "correct it, or unset it for the suite that the sources are pinned in",
        };

    // The configure scripts of FFmpeg and x264 split paths at blanks.
    private static SuiteFolders Checked(SuiteFolders folders) => !folders.Cache.Any(char.IsWhiteSpace)
        ? folders
        : throw new PerfException(ExitStatus.BadUsage, "Nothing can be built in a cache whose path has blanks")
        {
            Where = folders.Cache,
            Expected = "a path without blanks",
            Remedy = "name another folder in AFMPEG_CACHE",
        };

    private static string FindRepository(IReadOnlyCollection<string> starts) =>
        starts.Select(start => Above(start).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "toolchain", "products.json"))))
            .FirstOrDefault(found => found is not null)
        ?? throw new PerfException(ExitStatus.Missing, "This is no checkout of the performance suite")
        {
            Where = string.Join(", ", starts),
            Expected = "a folder that holds toolchain/products.json, here or above",
            Remedy = "give the command inside the checkout",
        };

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }

    private static string DefaultCache(Func<string, string?> environment)
    {
        // The XDG Base Directory Specification says to ignore a relative XDG_CACHE_HOME.
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var parent = environment("XDG_CACHE_HOME") is { } named && Path.IsPathFullyQualified(named) ? named : Path.Combine(home, ".cache");
        return Path.Combine(parent, "afmpeg-perf");
    }
}
