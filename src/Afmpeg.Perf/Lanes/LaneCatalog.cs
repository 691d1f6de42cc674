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
    /// <param name="spread">The build whose lanes are spread over instances.</param>
    /// <param name="cores">Cores of this machine: fleets have 1, 2, 4, ... instances up to them, and twice as many.</param>
    /// <returns>The lanes, in the order in which tables show them.</returns>
    public static ImmutableArray<Lane> Declare(ImmutableArray<string> builds, string spread, int cores)
    {
        var wasmtime = Lane.Wasm(Engines.Wasmtime, spread);
        var v8 = Lane.Wasm(Engines.V8, spread);
        var sizes = FleetSizes(cores);
        return
        [
            Lane.Native, Lane.NativeOneThread, Lane.NativePortable, Lane.Distribution,
            .. Engines.All.SelectMany(engine => builds.Select(build => Lane.Wasm(engine, build))),
            .. sizes.Select(size => Lane.NativeOneThread.Over(LaneMode.Fleet, size)),
            .. sizes.Select(size => wasmtime.Over(LaneMode.Fleet, size)),
            .. sizes.Select(size => wasmtime.Over(LaneMode.Pool, size)),
            .. sizes.Select(size => v8.Over(LaneMode.Pool, size)),
            .. sizes.Where(size => size > 1).Select(size => wasmtime.Over(LaneMode.Segments, size)),
        ];
    }

    /// <summary>How many instances fleets have: powers of two below the cores, the cores, and twice the cores.</summary>
    /// <param name="cores">Cores, 1 or more.</param>
    /// <returns>The sizes, ascending, each once.</returns>
    public static ImmutableArray<int> FleetSizes(int cores) =>
        [.. Enumerable.Range(0, 30).Select(power => 1 << power).TakeWhile(size => size < cores), cores, 2 * cores];

    /// <summary>The products and engines that some lanes need.</summary>
    /// <param name="lanes">Each lane with the flavour that it runs.</param>
    /// <param name="mediaPackages">Packages that media are taken from.</param>
    /// <returns>The needs; the gpl flavour's native products always, since they derive clips and check outputs.</returns>
    public static ToolchainNeeds Needs(IEnumerable<(Lane Lane, string Flavour)> lanes, ImmutableArray<string> mediaPackages)
    {
        var all = lanes.ToImmutableArray();
        return new ToolchainNeeds(
            [.. all.Select(lane => ProductOf(lane.Lane, lane.Flavour)).OfType<string>().Prepend(Product.Portable).Prepend(Product.Native).Distinct()],
            [.. all.Select(lane => lane.Lane.Engine).OfType<string>().Distinct()],
            mediaPackages);
    }

    /// <summary>What runs a lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="flavour">The flavour of the product that it runs, native or not: gpl or lgpl.</param>
    /// <returns>The runner, or why there is none.</returns>
    public Reading<ILaneRunner> Runner(Lane lane, string flavour)
    {
        if (lane.Mode != LaneMode.Alone || ProductOf(lane, flavour) is not { } key)
        {
            return Reading<ILaneRunner>.NotMeasured("not built yet");
        }

        var product = tools.Product(key);
        return !product.TryGet(out var file) ? Reading<ILaneRunner>.NotMeasured(product.WhyNot!)
            : lane.IsWasm ? Module(lane, file)
            : Reading<ILaneRunner>.Of(new NativeLane(lane, file, lane == Lane.Native ? ThreadMode.All : ThreadMode.One, process));
    }

    // A job is compared with the native build of its own flavour: the other one has not its encoder. The distribution's is not built here.
    private static string? ProductOf(Lane lane, string flavour) => lane == Lane.Distribution
        ? null
        : Product.KeyOf(flavour, lane.Build ?? (lane == Lane.NativePortable ? Product.PortableBuild : Product.NativeBuild));

    private Reading<ILaneRunner> Module(Lane lane, string module) => lane.Engine switch
    {
        Engines.Wasmtime => Reading<ILaneRunner>.Of(new WorkerLane(lane, [DotnetHost(), Path.Combine(programs, WasmtimeWorker)], module, process)),
        Engines.V8 => tools.Engine(Engines.V8).Select<ILaneRunner>(
            node => new WorkerLane(lane, [node.Path, "--no-warnings", Path.Combine(programs, V8Runner)], module, process)),
        Engines.Wazero => tools.Engine(Engines.Wazero).Select<ILaneRunner>(wazero => new WazeroLane(lane, wazero.Path, module, process)),
        _ => Reading<ILaneRunner>.NotMeasured($"no lane knows the engine {lane.Engine}"),
    };

    // The runtime lies in HOST/shared/Microsoft.NETCore.App/VERSION/.
    private static string DotnetHost() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
