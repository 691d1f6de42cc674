using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>
/// The worker that embeds wazero: built from src/Afmpeg.Perf.Wazero with the Go and the wazero of Debian sid, and kept by a hash of its
/// sources and one of the packages that it is made of.
/// </summary>
public sealed class WazeroWorker(SuiteFolders folders)
{
    /// <summary>The step that builds it.</summary>
    public const string Script = "build-wazero-worker.sh";

    /// <summary>The Debian package of wazero's library.</summary>
    internal const string Library = "golang-github-tetratelabs-wazero-dev";

    // Of the executable, of the step that builds it, and of folders in front of their hashes.
    private const string Name = "wazero-worker";
    private const string VersionsName = "versions";
    private const string NotBuilt = "the worker that embeds wazero is not built; afmpeg-perf setup builds it";

    // What the worker ends with where it is given nothing to do (main.go): then it starts here.
    private const int WrongArguments = 64;

    // Asked once.
    private (string? Home, Reading<EngineTool>? Found) started;

    private string Sources => Path.Combine(folders.Repository, "src", "Afmpeg.Perf.Wazero");

    // Whatever packages it was made of: sid moves, and a worker that is here stays.
    private string? Home => Directory.Exists(folders.Products)
        ? Directory.GetDirectories(folders.Products, $"{Name}-{SourcesHash()}-*").Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>The packages that the built worker is made of, each with its version; empty where none is built.</summary>
    public ImmutableSortedDictionary<string, string> Packages =>
        Home is { } home ? PackagesOf(home) : ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether it is built, here or by another system that shared its cache.</summary>
    public bool IsBuilt => Home is not null;

    /// <summary>The built worker, its version such as "1.12.0-2 (Go 1.26.10-1)"; or why there is none, or it does not start.</summary>
    public async Task<Reading<EngineTool>> Find(CancellationToken cancellation)
    {
        if (Home is not { } home)
        {
            var failure = StepRunner.Failure(folders, Name);
            return Reading<EngineTool>.Unavailable(
                failure is null ? NotBuilt : $"the worker that embeds wazero could not be built: {failure}");
        }

        if (started.Home != home)
        {
            started = (home, await Engines.Ask(Engines.Wazero, Path.Combine(home, Name), [], cancellation, WrongArguments));
        }

        return started.Found!.TryGet(out var tool)
            ? Reading<EngineTool>.Of(tool with { Version = Version(PackagesOf(home)) })
            : Reading<EngineTool>.Unavailable(
                $"{started.Found.Reason}; to have it built here: {CommandText.Of("rm", ["-r", home])} && afmpeg-perf setup");
    }

    /// <summary>Builds it and puts it into the cache when it is whole.</summary>
    /// <param name="aptRoot">The private apt root of Debian sid.</param>
    /// <param name="steps">What runs the step.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="PerfException">A package could not be fetched, or it does not compile.</exception>
    public Task Build(string aptRoot, StepRunner steps, CancellationToken cancellation) => steps.InWorkFolder(Name, async (work, built) =>
    {
        var environment = new Dictionary<string, string?>
        {
            ["APT_ROOT"] = aptRoot,
            ["WORKER_SOURCES"] = Sources,
            ["BUILD_WORK"] = work,
            ["BUILD_OUT"] = built,
        };
        await steps.Script(Name, Script, [], environment, cancellation);
        var packages = await File.ReadAllTextAsync(Path.Combine(built, VersionsName), cancellation);
        Directory.CreateDirectory(folders.Products);
        Directory.Move(built, Path.Combine(folders.Products, $"{Name}-{SourcesHash()}-{TextHash.Of(packages)[..8]}"));
    });

    private static ImmutableSortedDictionary<string, string> PackagesOf(string home) =>
        File.ReadLines(Path.Combine(home, VersionsName)).Select(line => line.Split(' '))
            .ToImmutableSortedDictionary(words => words[0], words => words[1], StringComparer.Ordinal);

    private static string Version(ImmutableSortedDictionary<string, string> packages) =>
        $"{packages[Library]} (Go {packages.First(package => package.Key.EndsWith("-go", StringComparison.Ordinal)).Value})";

    private string SourcesHash()
    {
        string[] sources = Directory.Exists(Sources) ? [.. Directory.GetFiles(Sources, "*.go").Order(StringComparer.Ordinal)] : [];
        var files = sources.Append(Path.Combine(folders.Toolchain, Script)).Where(File.Exists);
        return TextHash.Of(string.Join('|', files.Select(file => $"{Path.GetFileName(file)}:{ProductStore.Checksum(file)}")))[..12];
    }
}
