using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>Every lane, and what runs it. Adding an engine: its name and how it is found in <see cref="Engines"/>, its runner in <see cref="Module"/>.</summary>
/// <param name="tools">What is here.</param>
/// <param name="programs">The folder of this program: the Wasmtime worker and v8-runner.mjs lie beside it.</param>
public sealed class LaneCatalog(ToolSet tools, string programs)
{
    private const string WasmtimeWorker = "Afmpeg.Perf.Wasmtime.dll";
    private const string V8Runner = "v8-runner.mjs";

    private readonly MeasuredProcess process = new(tools.Launcher);

    /// <summary>Every lane, whether it can run here or not: the native baselines, then each engine with each module build.</summary>
    /// <param name="builds">The module builds.</param>
    /// <returns>The lanes, in the order in which tables show them.</returns>
    public static ImmutableArray<Lane> Declare(ImmutableArray<string> builds) =>
    [
        Lane.Native, Lane.NativeOneThread, Lane.NativePortable,
        .. Engines.All.SelectMany(engine => builds.Select(build => Lane.Wasm(engine, build))),
    ];

    /// <summary>The products and engines that some lanes need.</summary>
    /// <param name="lanes">Each lane with the flavour that it runs.</param>
    /// <param name="mediaPackages">Packages that media are taken from.</param>
    /// <returns>The needs; native and native-portable always, since they derive clips and check outputs.</returns>
    public static ToolchainNeeds Needs(IEnumerable<(Lane Lane, string Flavour)> lanes, ImmutableArray<string> mediaPackages)
    {
        var wasm = lanes.Where(lane => lane.Lane.IsWasm).ToImmutableArray();
        return new ToolchainNeeds(
            [Product.Native, Product.Portable, .. wasm.Select(lane => Product.ModuleKey(lane.Flavour, lane.Lane.Build!)).Distinct()],
            [.. wasm.Select(lane => lane.Lane.Engine!).Distinct()],
            mediaPackages);
    }

    /// <summary>What runs a lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="flavour">The flavour of its build: gpl or lgpl.</param>
    /// <returns>The runner, or why there is none.</returns>
    public Reading<ILaneRunner> Runner(Lane lane, string flavour) =>
        lane.IsWasm ? OfProduct(Product.ModuleKey(flavour, lane.Build!), module => Module(lane, module))
        : lane == Lane.Native ? Native(lane, Product.Native, ThreadMode.All)
        : lane == Lane.NativeOneThread ? Native(lane, Product.Native, ThreadMode.One)
        : Native(lane, Product.Portable, ThreadMode.One);

    private Reading<ILaneRunner> Native(Lane lane, string product, ThreadMode threads) =>
        OfProduct(product, ffmpeg => Reading<ILaneRunner>.Of(new NativeLane(lane, ffmpeg, threads, process)));

    private Reading<ILaneRunner> Module(Lane lane, string module) => lane.Engine switch
    {
        Engines.Wasmtime => Reading<ILaneRunner>.Of(new WorkerLane(lane, [DotnetHost(), Path.Combine(programs, WasmtimeWorker)], module, process)),
        Engines.V8 => tools.Engine(Engines.V8).Select<ILaneRunner>(
            node => new WorkerLane(lane, [node.Path, "--no-warnings", Path.Combine(programs, V8Runner)], module, process)),
        Engines.Wazero => tools.Engine(Engines.Wazero).Select<ILaneRunner>(wazero => new WazeroLane(lane, wazero.Path, module, process)),
        _ => Reading<ILaneRunner>.NotMeasured($"no lane knows the engine {lane.Engine}"),
    };

    private Reading<ILaneRunner> OfProduct(string key, Func<string, Reading<ILaneRunner>> make)
    {
        var product = tools.Product(key);
        return product.TryGet(out var file) ? make(file) : Reading<ILaneRunner>.NotMeasured(product.WhyNot!);
    }

    // The runtime lies in HOST/shared/Microsoft.NETCore.App/VERSION/.
    private static string DotnetHost() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
