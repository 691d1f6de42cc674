using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Running;

/// <summary>Set-up as a whole: the toolchain builds and fetches, the media library derives with what was built.</summary>
internal sealed class SetupService
{
    private readonly RunSettings settings;
    private readonly CustomLanes own;
    private readonly StepRunner steps;
    private readonly Toolchain toolchain;
    private readonly MediaLibrary library;

    public SetupService(RunSettings settings, Declarations declared, RunObserver observer)
    {
        this.settings = settings;
        own = declared.CustomLanes;
        steps = new StepRunner(settings.Folders, observer.SettingUp);
        toolchain = new Toolchain(settings.Folders, declared.Recipes, steps, settings.Path, settings.Mirror);
        library = new MediaLibrary(
            declared.Media,
            settings.Folders,
            steps,
            own.AreAll ? own.Native!.Sha256 : null,
            Full is { } full ? new Lazy<string>(() => ProductStore.Checksum(full)) : null);
    }

    // What looks at a user's file and derives its clip: it reads more than the suite's own builds. Null where those must do. Set-up may
    // install it.
    private string? Full => settings.Media is null ? null : own.Native?.File ?? Engines.Which("ffmpeg", settings.Path);

    /// <summary>What is declared for a run. If it measures a user's file, a native ffmpeg is set up first, to look at the file.</summary>
    /// <exception cref="PerfException">A file of the repository, or the user's, is wrong or not there.</exception>
    public static async Task<Declarations> Declare(RunSettings settings, RunObserver observer, CancellationToken cancellation)
    {
        var declared = Declarations.Load(settings);
        if (settings.Media is not { } file)
        {
            return declared;
        }

        CustomClip.CheckReadable(file);
        var service = new SetupService(settings, declared, observer);
        var natives = await service.Ensure([], settings.MayInstall, observer, cancellation);
        var custom = declared.For(await CustomClip.Plan(file, service.Full ?? natives.Ffmpeg, cancellation));
        observer.LookedAt(custom.CustomMedia!);
        return custom;
    }

    public async Task<ImmutableArray<SetupTask>> Missing(ImmutableArray<BenchmarkCase> cases, CancellationToken cancellation) =>
    [
        .. await toolchain.Missing(Needs(cases), cancellation),
        .. library.Missing(MediaOf(cases), async (clip, token) => (clip.Own is null ? null : Full)
            ?? (own.AreAll ? own.Native!.File : (await toolchain.Open(Needs([]), token)).Products[Product.Portable].File)),
    ];

    public async Task<ProvisionedAssets> Ensure(
        ImmutableArray<BenchmarkCase> cases, bool mayInstall, RunObserver observer, CancellationToken cancellation)
    {
        await Setup.Run(settings.Folders, steps, mayInstall, () => Missing(cases, cancellation), observer.SettingUp, cancellation);
        return await Open(cases, cancellation);
    }

    public async Task<ProvisionedAssets> Open(ImmutableArray<BenchmarkCase> cases, CancellationToken cancellation) =>
        new(await toolchain.Open(Needs(cases), cancellation), library.Open(MediaOf(cases))) { Custom = own };

    /// <summary>Sets up one product and the sources that it is made of.</summary>
    public async Task<(string File, ProductManifest Manifest)> Ensure(Product product, RunObserver observer, CancellationToken cancellation)
    {
        var needs = new ToolchainNeeds([product.Key], [], []);
        async Task<ImmutableArray<SetupTask>> Tasks() =>
            [.. (await toolchain.Missing(needs, cancellation)).Concat(toolchain.MissingSourcesOf(product)).DistinctBy(task => task.Name)];
        await Setup.Run(settings.Folders, steps, settings.MayInstall, Tasks, observer.SettingUp, cancellation);
        return (await toolchain.Open(needs, cancellation)).Products[product.Key];
    }

    /// <summary>The native ffmpeg, which looks at a user's file: no clip nor case is needed for it.</summary>
    /// <returns>Its path; that it is missing where it has yet to be built.</returns>
    public async Task<Reading<string>> Ffmpeg(CancellationToken cancellation) =>
        Full is { } given ? Reading<string>.Of(given)
        : (await Missing([], cancellation)).All(task => task.IsOptional && !(task.Stage == SetupStage.Install && CanInstall))
        ? (await toolchain.Open(Needs([]), cancellation)).Product(Product.Native)
        : Reading<string>.Unavailable("the ffmpeg that looks at the file is not set up yet");

    private bool CanInstall =>
        settings.MayInstall && (Environment.IsPrivilegedProcess || Engines.Which("sudo", settings.Path) is not null);

    private ToolchainNeeds Needs(ImmutableArray<BenchmarkCase> cases) =>
        LaneCatalog.Needs(cases.Select(benchmarkCase => (benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour)),
            library.PackagesOf(MediaOf(cases)), own) with
        {
            MediaVersions = library.Versions,
            LooksAtFootage = settings.Media is not null && own.Native is null,
        };

    private static IEnumerable<string> MediaOf(ImmutableArray<BenchmarkCase> cases) =>
        cases.SelectMany(benchmarkCase => benchmarkCase.Job.Inputs).Select(input => input.Item.Id).Distinct();
}
