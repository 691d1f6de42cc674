using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Media;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Running;

/// <summary>What set-up gave: tools and media.</summary>
/// <param name="Tools">The tools.</param>
/// <param name="Media">The clips, photographs and sounds, by id.</param>
public sealed record ProvisionedAssets(ToolSet Tools, ImmutableDictionary<string, MediaFile> Media)
{
    /// <summary>The user's programs and engines.</summary>
    public CustomLanes Custom { get; init; } = CustomLanes.None;

    /// <summary>The native ffmpeg that checks outputs.</summary>
    public string Ffmpeg => Custom.Native?.File ?? Tools.Products[Product.Native].File;

    /// <summary>What runs each case, or why nothing does.</summary>
    /// <returns>A runner per case, the same one for every job of a lane.</returns>
    internal Func<BenchmarkCase, Reading<ILaneRunner>> Runners(string programs)
    {
        var catalog = new LaneCatalog(Tools, programs) { Custom = Custom };
        var made = new Dictionary<(string, string), Reading<ILaneRunner>>();
        return benchmarkCase =>
        {
            var key = (benchmarkCase.Lane.Name, benchmarkCase.Job.Setting.Flavour);
            return made.TryGetValue(key, out var runner)
                ? runner
                : made[key] = catalog.Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour);
        };
    }

    /// <summary>What a run is measured with and on.</summary>
    internal RunConditions Conditions(
        RunPlan plan, WorkFolder folder, Func<BenchmarkCase, Reading<ILaneRunner>> runners, string programs) => new(
        Host.Read(),
        folder.Parent,
        folder.IsInMemory,
        Versions(programs),
        [
            .. Tools.Products.Values.Select(product => product.Manifest)
                .Where(manifest => manifest.Product.IsModule)
                .OrderBy(manifest => manifest.Product.Key, StringComparer.Ordinal)
                .Select(Facts),
            .. Tools.Core is { } core && plan.Cases.Any(benchmarkCase => benchmarkCase.Lane == Lane.FfmpegWasm)
                ? [Facts(core)]
                : (ModuleFacts[])[],
        ],
        plan.Cases.Where(benchmarkCase => runners(benchmarkCase).Reason is not null)
            .GroupBy(benchmarkCase => benchmarkCase.Lane.Name)
            .ToImmutableSortedDictionary(lane => lane.Key, lane => runners(lane.First()).Reason!, StringComparer.Ordinal))
        {
            Inputs = RunInputs.Of(plan.Jobs, id => Media[id].Sha256),
        };

    /// <summary>Host, jobs, modules, engines and media as one short hash: equal for runs whose rows may stand side by side.</summary>
    internal string Fingerprint(RunPlan plan, RunConditions conditions)
    {
        var parts = plan.Cases.Select(benchmarkCase => benchmarkCase.Id)
            .Concat(plan.Jobs.SelectMany(job => job.Arguments(ThreadMode.One)))
            .Concat(Tools.Products.Values.Select(product => product.Manifest.Sha256).Order(StringComparer.Ordinal))
            .Concat(Custom.Versions.Select(own => own.Version))
            .Concat(Media.Values.Select(file => file.Sha256).Order(StringComparer.Ordinal))
            .Concat(conditions.Versions.Select(version => version.ToString()))
            .Concat(plan.Shard is { } part ? [$"shard {part.Shard}"] : (string[])[])
            .Append(conditions.Host.Fingerprint)
            .Append(Host.MachineId);
        return TextHash.Of(string.Join('|', parts))[..12];
    }

    /// <summary>What counts the operations of modules.</summary>
    public OperationCounter Counter(string programs, string cache)
    {
        var catalog = new LaneCatalog(Tools, programs) { Custom = Custom, Options = _ => WorkerOptions.Counting };
        return new OperationCounter(
            benchmarkCase => catalog.Runner(benchmarkCase.Lane, benchmarkCase.Job.Setting.Flavour),
            (benchmarkCase, folder) => Stage(folder, benchmarkCase.Job),
            benchmarkCase => (ModuleHash(benchmarkCase), TextHash.Of(string.Join('|',
                [
                    ModuleHash(benchmarkCase), FoundEngines.WasmtimeVersion(programs), .. WorkerOptions.Counting.Arguments,
                    .. Custom.Program(benchmarkCase.Lane.Build!)?.Arguments ?? [], .. benchmarkCase.Job.Arguments(ThreadMode.One),
                    .. benchmarkCase.Job.Inputs.Select(input => Media[input.Item.Id].Sha256),
                ]))),
            new OperationCache(cache));
    }

    /// <summary>Puts the plan's media where guests read them, under the names that its jobs say.</summary>
    /// <exception cref="PerfException">One cannot be copied there.</exception>
    public void Stage(WorkFolder folder, RunPlan plan)
    {
        foreach (var job in plan.Jobs)
        {
            Stage(folder, job);
        }
    }

    /// <summary>Puts a job's media where guests read them.</summary>
    /// <exception cref="PerfException">One cannot be copied there.</exception>
    public void Stage(WorkFolder folder, Job job)
    {
        foreach (var item in job.Inputs.Select(input => input.Item).Distinct())
        {
            folder.Stage(Media[item.Id].File, item.FileName);
        }
    }

    private string ModuleHash(BenchmarkCase benchmarkCase) => Custom.Program(benchmarkCase.Lane.Build!)?.Sha256
        ?? Tools.Products.GetValueOrDefault(Product.KeyOf(benchmarkCase.Job.Setting.Flavour, benchmarkCase.Lane.Build!)).Manifest?.Sha256
        ?? "";

    private ImmutableArray<ComponentVersion> Versions(string programs)
    {
        var engines = Engines.All.Append(Engines.FfmpegWasm).Append(Engines.Distribution).Select(Tools.Engine)
            .Select(engine => engine.TryGet(out var tool) ? new ComponentVersion(tool.Name, tool.Version) : null)
            .OfType<ComponentVersion>();
        var sources = Tools.Products.Values.SelectMany(product => product.Manifest.Sources).Distinct()
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => new ComponentVersion(source.Key, source.Value));
        return
        [
            new(Engines.Wasmtime, FoundEngines.WasmtimeVersion(programs)), .. engines, .. sources, new(
                "dotnet", Environment.Version.ToString()),
            .. Tools.Products.Values.Select(product => product.Manifest.Compiler).Distinct().Order(StringComparer.Ordinal).Take(1)
                .Select(compiler => new ComponentVersion("compilers", compiler)),
            .. Custom.Versions.Select(own => new ComponentVersion(own.Name, own.Version)),
        ];
    }

    private static ModuleFacts Facts(ModuleDescription core) => new(
        Lane.FfmpegWasm.Build!,
        Lane.FfmpegWasm.CustomFlavour!,
        new ByteCount(core.Bytes),
        new ByteCount(core.GzipBytes),
        new ByteCount(core.BrotliBytes),
        core.Sha256,
        core.VectorInstructions,
        FfmpegCore.OptimiseFlags);

    private static ModuleFacts Facts(ProductManifest manifest) => new(
        manifest.Product.Build,
        manifest.Product.Flavour,
        new ByteCount(manifest.Bytes),
        new ByteCount(manifest.GzipBytes!.Value),
        new ByteCount(manifest.BrotliBytes!.Value),
        manifest.Sha256,
        manifest.VectorInstructions!.Value,
        manifest.Product.Optimize)
    {
        Origin = new ModuleOrigin(manifest.Recipe, manifest.Compiler, manifest.Sources),
    };
}
