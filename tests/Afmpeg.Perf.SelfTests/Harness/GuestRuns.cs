using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Runs the small guests of tests/Fixtures/guests on real lanes in place of ffmpeg.wasm, whose arguments they ignore.</summary>
public sealed class GuestRuns : IDisposable
{
    private const string Flavour = "gpl";

    private static readonly Lazy<ImmutableDictionary<string, Reading<EngineTool>>> Tools = new(FindTools);

    public static ImmutableDictionary<string, Reading<EngineTool>> EngineTools => Tools.Value;

    private readonly TemporaryFolder temporary = new();

    public GuestRuns()
    {
        Folder = WorkFolder.Create();
        File.WriteAllText(temporary.File("clip.mkv"), "frames");
        Folder.Stage(temporary.File("clip.mkv"));
        File.WriteAllText(Path.Combine(Folder.Scratch, "secret"), "no guest may read this");
    }

    public static TheoryData<string> AllEngines => TheoryRows.Of(Engines.All);
    public ByteCount OutputLimit { get; init; } = MeasuredProcess.MostOutput;
    public Func<Lane, WorkerOptions> Options { get; init; } = WorkerOptions.Of;

    /// <summary>What a guest sees of this machine; clip.mkv is staged.</summary>
    public WorkFolder Folder { get; }

    public string Module(string guest)
    {
        var module = Path.Combine(temporary.Path, guest, "ffmpeg.wasm");
        if (!File.Exists(module))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(module)!);
            File.WriteAllBytes(module, global::Wasmtime.Module.ConvertText(
                File.ReadAllText(Repository.PathOf("tests", "Fixtures", "guests", $"{guest}.wat"))));
        }

        return module;
    }

    /// <summary>Runs a guest; the test is skipped where the engine is not here.</summary>
    public LaneReading Run(string engine, string guest, TimeSpan? limit = null, CancellationToken cancellation = default) =>
        Run(Lane.Wasm(engine, guest), Samples.Job(), limit, cancellation);

    /// <summary>Runs a guest, the lane's build, over instances; the test is skipped where the engine is not here.</summary>
    public LaneReading Run(Lane lane, Job job, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var products = ImmutableDictionary<string, (string, ProductManifest)>.Empty.Add(
            Product.KeyOf(Flavour, lane.Build!), (Module(lane.Build!), null!));
        var tools = new ToolSet(Launcher.Path, products, Tools.Value);
        var runner = new LaneCatalog(tools, AppContext.BaseDirectory) { OutputLimit = OutputLimit, Options = Options }
            .Runner(lane, Flavour);
        Skip.If(runner.Reason is not null, $"{lane.Name} is not here: {runner.Reason}");
        _ = runner.TryGet(out var found);
        return found!.Run(job, Folder, limit ?? TimeSpan.FromSeconds(60), cancellation);
    }

    public void Dispose()
    {
        Folder.Dispose();
        temporary.Dispose();
    }

    public static GuestRuns Until(TimeSpan deadline) => new() { Options = lane => WorkerOptions.Of(lane) with { Deadline = deadline } };

    private static ImmutableDictionary<string, Reading<EngineTool>> FindTools()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return ImmutableDictionary<string, Reading<EngineTool>>.Empty
            .Add(Engines.V8, Engines.FindNode(new NpmStore(TestSettings.Folders), path, CancellationToken.None).GetAwaiter().GetResult())
            .Add(Engines.Wazero, BuiltWazeroWorker.Tool);
    }
}
