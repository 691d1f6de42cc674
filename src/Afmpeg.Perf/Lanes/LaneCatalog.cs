using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Lanes;

/// <summary>
/// Every lane, and what runs it. Adding an engine: its name and how it is found in <see cref="Engines"/>, its runner in
/// <see cref="Module"/>.
/// </summary>
/// <param name="tools">What is here.</param>
/// <param name="programs">The folder of this program: the Wasmtime worker and v8-runner.mjs lie beside it.</param>
public sealed class LaneCatalog(ToolSet tools, string programs)
{
    private const string WasmtimeWorker = "Afmpeg.Perf.Wasmtime.dll";
    private const string V8Runner = "v8-runner.mjs";
    private const string CoreRunner = "ffmpeg-core-runner.mjs";

    // With fast calls a WASI call that sets off a garbage collection crashes Node: now and then where a process runs one instance, nearly
    // always where it runs several (https://github.com/nodejs/node/issues/46777).
    private static readonly ImmutableArray<string> NodeOptions = ["--no-warnings", "--no-turbo-fast-api-calls"];

    /// <summary>The user's programs and engines.</summary>
    public CustomLanes Custom { get; init; } = CustomLanes.None;

    /// <summary>What a run may write.</summary>
    public ByteCount OutputLimit { get; init; } = MeasuredProcess.MostOutput;

    /// <summary>How a lane's worker embeds its engine; by default as measured runs do.</summary>
    public Func<Lane, WorkerOptions> Options { get; init; } = WorkerOptions.Of;

    private MeasuredProcess Measured => new(tools.Launcher) { OutputLimit = OutputLimit };

    /// <summary>
    /// Every lane, whether it can run here or not: the native baselines, the shipped engine, the others, and lanes of several instances.
    /// </summary>
    /// <param name="builds">The module builds.</param>
    /// <param name="spread">The lane that is spread over instances in every way.</param>
    /// <param name="shipped">What upstream ships: with its check, and the same without it. Their engine stands first.</param>
    /// <param name="other">The engine that is spread beside it.</param>
    /// <param name="cores">Cores of this machine: fleets have 1, 2, 4, ... instances up to them, and twice as many.</param>
    public static ImmutableArray<Lane> Declare(
        ImmutableArray<string> builds, Lane spread, (Lane Checked, Lane Unchecked) shipped, string other, int cores)
    {
        var sizes = FleetSizes(cores);
        var otherSpread = Lane.Wasm(other, spread.Build!);
        int[] oneAndAll = [.. new[] { 1, cores }.Distinct()];
        return
        [
            Lane.Native, Lane.NativeOneThread, Lane.NativePortable, Lane.Distribution,
            .. Stopped(shipped.Checked.Engine!, builds),
            .. Engines.All.Where(engine => engine != shipped.Checked.Engine).SelectMany(engine => Stopped(engine, builds)),
            Lane.FfmpegWasm,
            .. sizes.Select(size => Lane.NativeOneThread.Over(LaneMode.Fleet, size)),
            .. oneAndAll.Select(size => shipped.Checked.Over(LaneMode.Runtimes, size)),
            shipped.Checked.Over(LaneMode.Pool, cores),
            .. oneAndAll.Select(size => shipped.Unchecked.Over(LaneMode.Runtimes, size)),
            .. sizes.Select(size => spread.Over(LaneMode.Pool, size)),
            .. sizes.Select(size => spread.Over(LaneMode.Runtimes, size)),
            spread.Over(LaneMode.Fleet, cores),
            otherSpread.Over(LaneMode.Pool, cores),
            .. cores > 1 ? ((Lane[])[spread, shipped.Unchecked, otherSpread]).Select(lane => lane.Over(LaneMode.Segments, cores)) : [],
            // Twice the cores: what further parts cost in bytes and quality, and whether smaller ones fill the cores better.
            .. cores > 1 ? [otherSpread.Over(LaneMode.Segments, 2 * cores)] : (Lane[])[],
        ];
    }

    // An engine with each build, each way to stop a guest behind the engine's name.
    private static IEnumerable<Lane> Stopped(string engine, ImmutableArray<string> builds) =>
        StopChecks.Of(engine).SelectMany(stop => builds.Select(build => Lane.Wasm(engine, build, stop)));

    /// <summary>
    /// The lanes of the user's programs and engines: each module on every engine, each engine with every module and build, each native
    /// program.
    /// </summary>
    public static ImmutableArray<Lane> DeclareCustom(CustomLanes own, ImmutableArray<string> builds) =>
    [
        .. own.Natives.Select(program => new Lane(program.Name, null, null) { IsCustom = true, CustomFlavour = program.Flavour }),
        .. Engines.All.Select(engine => (Name: engine, CompilesEachTime: false))
            .Concat(own.Engines.Select(engine => (engine.Name, engine.CompilesEachTime)))
            .SelectMany(engine => own.Modules.Select(module => Lane.Wasm(engine.Name, module.Name) with
            {
                IsCustom = true, CustomFlavour = module.Flavour, CompilesEachTime = engine.CompilesEachTime,
            })),
        .. own.Engines.SelectMany(engine => builds.Select(build =>
            Lane.Wasm(engine.Name, build) with { IsCustom = true, CompilesEachTime = engine.CompilesEachTime })),
    ];

    /// <summary>How many instances fleets have: powers of two below the cores, the cores, and twice the cores.</summary>
    /// <param name="cores">Cores, 1 or more.</param>
    public static ImmutableArray<int> FleetSizes(int cores) =>
        [.. Enumerable.Range(0, 30).Select(power => 1 << power).TakeWhile(size => size < cores), cores, 2 * cores];

    /// <summary>The products and engines that some lanes need.</summary>
    /// <param name="lanes">Each lane with the flavour that it runs.</param>
    /// <param name="mediaPackages">Packages that media are taken from.</param>
    /// <param name="own">What the user brings; null for nothing.</param>
    /// <returns>
    /// The needs; the gpl flavour's native products always, since they derive clips and check outputs, unless the user has a program that
    /// does.
    /// </returns>
    public static ToolchainNeeds Needs(
        IEnumerable<(Lane Lane, string Flavour)> lanes, ImmutableArray<string> mediaPackages, CustomLanes? own = null)
    {
        var all = lanes.ToImmutableArray();
        own ??= CustomLanes.None;
        ImmutableArray<string> always = own.AreAll ? [] : own.Native is null ? [Product.Native, Product.Portable] : [Product.Portable];
        var products = all.Where(lane => CustomProgramOf(lane.Lane, own) is null).Select(lane => ProductOf(lane.Lane, lane.Flavour));
        return new ToolchainNeeds(
            [.. always.Concat(products.OfType<string>()).Distinct()],
            [
                .. all.Select(lane => lane.Lane.Engine).OfType<string>().Where(Engines.All.Contains).Distinct(),
                .. all.Any(lane => lane.Lane == Lane.FfmpegWasm) ? [Engines.FfmpegWasm] : (string[])[],
            ],
            mediaPackages);
    }

    /// <summary>What runs a lane.</summary>
    public Reading<ILaneRunner> Runner(Lane lane, string flavour)
    {
        if (lane == Lane.Distribution)
        {
            return Distribution(flavour);
        }

        if (lane == Lane.FfmpegWasm)
        {
            return tools.Engine(Engines.FfmpegWasm).Then(script =>
                tools.Engine(Engines.V8).Select<ILaneRunner>(node => Node(lane, node, CoreRunner, script.Path)));
        }

        var product = CustomProgramOf(lane, Custom) is { } own ? Reading<string>.Of(own.File) : tools.Product(ProductOf(lane, flavour)!);
        return product.Then(file => lane.IsWasm ? Module(lane, file)
            : Reading<ILaneRunner>.Of(Processes(lane, lane.UsesAllThreads ? ThreadMode.All : ThreadMode.One, Native(file))));
    }

    // The user's native program takes the place of our own native build: with all threads, with one, and in fleets.
    private static CustomProgram? CustomProgramOf(Lane lane, CustomLanes own) =>
        lane == Lane.FfmpegWasm ? null
        : lane.CustomFlavour is not null ? own.Program(lane.Build ?? lane.Name)
        : lane is { IsWasm: false } && lane != Lane.NativePortable && lane != Lane.Distribution && !lane.IsFfmpeg9 ? own.Native
        : null;

    // A job is compared with the native build of its own flavour: the other one has not its encoder. The distribution's and ffmpeg.wasm are
    // not built here.
    private static string? ProductOf(Lane lane, string flavour) => lane == Lane.Distribution || lane == Lane.FfmpegWasm
        ? null
        : Product.KeyOf(
            flavour,
            lane.Build
            ?? (lane.IsFfmpeg9 ? lane.Name : lane == Lane.NativePortable ? Product.PortableBuild : Product.NativeBuild));

    private Reading<ILaneRunner> Distribution(string flavour) => flavour == Product.Gpl
        ? tools.Engine(Engines.Distribution).Select<ILaneRunner>(found => Processes(Lane.Distribution, ThreadMode.All, Native(found.Path)))
        : Reading<ILaneRunner>.Unavailable($"the distribution's ffmpeg has x264; the {flavour} flavour is without");

    private Reading<ILaneRunner> Module(Lane lane, string module) => lane.Engine switch
    {
        Engines.Wasmtime => Reading<ILaneRunner>.Of(Worker(lane, [DotnetHost(), Path.Combine(programs, WasmtimeWorker)], module)),
        Engines.V8 => tools.Engine(Engines.V8).Select<ILaneRunner>(node => Node(lane, node, V8Runner, module)),
        Engines.Wazero => tools.Engine(Engines.Wazero).Select<ILaneRunner>(wazero => Worker(lane, [wazero.Path], module)),
        _ when Custom.Engines.FirstOrDefault(engine => engine.Name == lane.Engine) is { } engine =>
            Reading<ILaneRunner>.Of(Processes(lane, ThreadMode.One, new CommandInstance(engine, module, Measured).Run)),
        _ => Reading<ILaneRunner>.Unavailable($"no lane knows the engine {lane.Engine}"),
    };

    private RunCommand Native(string ffmpeg) => (arguments, folder, limit, cancellation) =>
        Measured.Run(ffmpeg, arguments, folder, limit, cancellation).ToReading(Phases.OfWhole, limit);

    // A user's program may take arguments of its own before ffmpeg's.
    private PlannedLane Processes(Lane lane, ThreadMode threads, RunCommand run)
    {
        ImmutableArray<string> initial = CustomProgramOf(lane, Custom)?.Arguments ?? [];
        return new PlannedLane(lane, threads, new ProcessFleet(
            (arguments, folder, limit, cancellation) => run([.. initial, .. arguments], folder, limit, cancellation)).Run);
    }

    private PlannedLane Node(Lane lane, EngineTool node, string script, string module) =>
        Worker(lane, [node.Path, .. NodeOptions, Path.Combine(programs, script)], module);

    private PlannedLane Worker(Lane lane, ImmutableArray<string> command, string module)
    {
        var worker = new EngineWorker(command, Options(lane), module, Measured);
        return lane.IsInOneProcess ? new PlannedLane(lane, ThreadMode.One, worker.Run) : Processes(lane, ThreadMode.One, worker.Run);
    }

    // The runtime lies in HOST/shared/Microsoft.NETCore.App/VERSION/.
    private static string DotnetHost() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
