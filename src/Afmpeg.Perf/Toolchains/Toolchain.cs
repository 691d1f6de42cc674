using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Toolchains;

/// <summary>Knows what of the toolchain is here, what is missing, and how each missing thing is made.</summary>
/// <param name="folders">Where things lie.</param>
/// <param name="declared">How things are made.</param>
/// <param name="steps">What makes them.</param>
/// <param name="path">The folders of executables, as in PATH.</param>
/// <param name="mirror">The URL of a Debian archive, in place of the one that the host's apt uses; null for that one.</param>
public sealed class Toolchain(SuiteFolders folders, ToolchainRecipes declared, StepRunner steps, string path, string? mirror = null)
{
    private const string Sid = "sid";
    private const string NodePackage = "nodejs";
    private const string FfmpegPackage = "ffmpeg";

    private readonly WazeroWorker wazero = new(folders);
    private readonly NpmStore npm = new(folders);
    private readonly FfmpegCore core = new(folders);
    private readonly Tarballs tarballs = new(folders, steps);
    private readonly UnpackedPackages unpacked = new(folders, steps, canBeOther: mirror is not null);

    // Asked anew each time: fetching may have changed what there is.
    private ToolchainRecipes Recipes => declared.With(folders.Sources);

    private string LauncherFolder => Path.Combine(folders.Products, $"launcher-{Recipes.LauncherHash}");

    private string Launcher => Path.Combine(LauncherFolder, "launcher");

    /// <summary>What is yet to be done for these needs; empty when all is here. Changes nothing and uses no network.</summary>
    public async Task<ImmutableArray<SetupTask>> Missing(ToolchainNeeds needs, CancellationToken cancellation)
    {
        var packages = await InstalledPackages(cancellation);
        var store = Store(packages);
        var products = Recipes.Known(needs.Products).RemoveAll(product => store.Find(product) is not null);
        var builds = MissingBuilds(products);
        var sources = Unfetched(products);
        var media = unpacked.Missing(needs);
        var wantsWazero = needs.Engines.Contains(Engines.Wazero) && !wazero.IsBuilt;
        // The launcher alone is content with the compiler that the host has.
        var lacking = builds.IsEmpty || needs.Products.IsEmpty ? [] : packages.Missing;
        return
        [
            .. Installs(
                lacking,
                [.. await WantsNode(needs, cancellation) ? [NodePackage] : NoPackage, .. WantsFfmpeg(needs) ? [FfmpegPackage] : NoPackage]),
            .. Indexes([.. sources.Select(tarballs.SuiteOf), .. media.Select(_ => folders.Suite), .. wantsWazero ? [Sid] : NoSuite]),
            .. wantsWazero ? [BuildWazeroWorker()] : NoTask,
            .. needs.Engines.Contains(Engines.V8) ? npm.Missing(NpmStore.Node, steps) : [],
            .. needs.Engines.Contains(Engines.FfmpegWasm) ? core.Missing(steps) : [],
            .. sources.Select(tarballs.Fetch),
            .. media,
            .. builds,
        ];
    }

    /// <summary>What is yet to be fetched of the sources that a product is made of; they may be gone although it is built.</summary>
    public ImmutableArray<SetupTask> MissingSourcesOf(Product product) =>
        Unfetched([product]) is var sources ? [.. Indexes(sources.Select(tarballs.SuiteOf)), .. sources.Select(tarballs.Fetch)] : [];

    /// <summary>The tools, once nothing is missing.</summary>
    /// <exception cref="PerfException">A cached product is damaged.</exception>
    public async Task<ToolSet> Open(ToolchainNeeds needs, CancellationToken cancellation)
    {
        var store = Store(await InstalledPackages(cancellation));
        var wanted = Recipes.Known(needs.Products);
        var absent = wanted.RemoveAll(product => !Recipes.IsOptional(product) || store.Find(product) is not null);
        return new ToolSet(
            Launcher,
            wanted.RemoveRange(absent).ToImmutableDictionary(product => product.Key, store.Open),
            ImmutableDictionary<string, Reading<EngineTool>>.Empty
                .Add(Engines.V8, await Engines.FindNode(npm, path, cancellation))
                .Add(Engines.FfmpegWasm, core.Find())
                .Add(Engines.Wazero, await wazero.Find(cancellation))
                .Add(Engines.Distribution, await Engines.FindDistribution(path, cancellation)))
        {
            Core = core.Facts,
            WhyAbsent = absent.ToImmutableDictionary(product => product.Key, WhyNotBuilt),
        };
    }

    private static SetupTask[] NoTask => [];

    private static string[] NoSuite => [];

    private static string[] NoPackage => [];

    private Task<DebianPackages> InstalledPackages(CancellationToken cancellation) => DebianPackages.Query(Recipes.Packages, cancellation);

    private ProductStore Store(DebianPackages packages) => new(folders.Products, Recipes, packages.CompilerHash);

    // npm brings a newer one. A Node that is installed and does not run, or is not on PATH, is not repaired by installing it.
    private async Task<bool> WantsNode(ToolchainNeeds needs, CancellationToken cancellation) =>
        needs.Engines.Contains(Engines.V8)
        && Apt.IsHere(path)
        && Engines.Which("npm", path) is null
        && (await Engines.FindNode(npm, path, cancellation)).Reason is not null
        && !(await DebianPackages.Query([NodePackage], cancellation)).Missing.IsEmpty;

    private bool WantsFfmpeg(ToolchainNeeds needs) =>
        needs.LooksAtFootage && Apt.IsHere(path) && Engines.Which(FfmpegPackage, path) is null;

    /// <summary>Installs packages, those without which set-up goes on in a task of their own. Root is given one command for all.</summary>
    public ImmutableArray<SetupTask> Installs(ImmutableArray<string> needed, ImmutableArray<string> optional)
    {
        var command = Apt.Command([.. needed, .. optional], path, Environment.IsPrivilegedProcess);
        return
        [
            .. needed.IsEmpty ? NoTask : [Install("install packages", needed)],
            .. optional.IsEmpty ? NoTask : [Install("install optional packages", optional) with { IsOptional = true }],
        ];

        SetupTask Install(string step, ImmutableArray<string> packages) => new(
            $"install Debian packages: {string.Join(' ', packages)}",
            SetupStage.Install,
            token => Script(step, "install-packages.sh", packages, new() { ["COMMAND"] = command }, token))
        { Command = command, LacksApt = !Apt.IsHere(path) };
    }

    private ImmutableArray<SetupTask> MissingBuilds(ImmutableArray<Product> products) =>
    [
        .. File.Exists(Launcher) ? NoTask : [new SetupTask("build the launcher", SetupStage.Build, BuildLauncher)],
        .. products.Select(product => new SetupTask(
            $"build {product.Key} from source", SetupStage.Build, token => Build(product, token), Recipes.IsOptional(product))),
    ];

    // Always asks for the version that sources.json names, even if another was taken in its place.
    private ImmutableArray<SourcePackage> Unfetched(ImmutableArray<Product> products) =>
    [
        .. products.SelectMany(product => Recipes.SourcesOf(product)).Distinct().Where(source => !tarballs.IsHere(source))
            .Select(source => declared.Sources.Single(named => named.Name == source.Name)),
    ];

    private static string IndexStep(string suite) => $"index of {suite}";

    // Only one suite is needed; what is of another is optional.
    private IEnumerable<SetupTask> Indexes(IEnumerable<string> suites) => suites.Distinct().Select(suite => new SetupTask(
        $"refresh the index of Debian {suite} (a private apt root; the host's apt stays as it is)",
        SetupStage.Index,
        token => Script(IndexStep(suite), "apt-root.sh", [folders.AptRoot(suite), suite], new() { ["MIRROR"] = mirror }, token),
        IsOptional: suite != folders.Suite)
    { LacksApt = !Apt.IsHere(path) });

    // What failed of the steps that would have made it.
    private string WhyNotBuilt(Product product)
    {
        var moving = Recipes.SourcesOf(product).Where(source => source.Suite is not null && !tarballs.IsHere(source));
        var failure = moving.SelectMany(source => (string[])[IndexStep(source.Suite!), Tarballs.StepOf(source)])
            .Concat(ProductBuilder.StepsOf(product).Select(step => $"{product.Key}: {step}"))
            .Select(step => StepRunner.Failure(folders, step)).OfType<string>().FirstOrDefault();
        return failure is null
            ? $"{product.Key} is not built; afmpeg-perf setup builds it"
            : $"{product.Key} could not be built: {failure}";
    }

    // An engine that cannot be had makes its lanes "not measured"; it does not keep the others from being measured.
    private SetupTask BuildWazeroWorker() => new(
        $"build the worker that embeds wazero, with the Go and the wazero of Debian {Sid}",
        SetupStage.Build,
        token => wazero.Build(folders.AptRoot(Sid), steps, token),
        IsOptional: true);

    private Task BuildLauncher(CancellationToken cancellation) => steps.InWorkFolder("launcher", async (_, built) =>
    {
        await Script("launcher", "build-launcher.sh", [], new() { ["BUILD_OUT"] = built }, cancellation);
        Directory.CreateDirectory(folders.Products);
        if (Directory.Exists(LauncherFolder))
        {
            // Without its launcher, or this would not be built.
            Directory.Delete(LauncherFolder, recursive: true);
        }

        Directory.Move(built, LauncherFolder);
    });

    private async Task Build(Product product, CancellationToken cancellation)
    {
        if (Unfetched([product]) is [var lacking, ..])
        {
            throw new PerfException(ExitStatus.Missing, $"{product.Key} cannot be built: its source {lacking.Name} was not fetched")
            {
                Where = StepRunner.LogOf(folders, Tarballs.StepOf(lacking)),
            };
        }

        // Asked again: the packages were installed after the tasks were listed.
        var packages = await InstalledPackages(cancellation);
        await new ProductBuilder(folders, Recipes, steps).Build(product, Store(packages), packages.Compiler, cancellation);
    }

    private Task<string> Script(
        string step, string script, IEnumerable<string> arguments, Dictionary<string, string?> environment, CancellationToken token) =>
        steps.Script(step, script, arguments, environment, token);
}
