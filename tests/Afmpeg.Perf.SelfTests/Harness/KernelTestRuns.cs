using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>
/// An encoder's own test of its kernels, built as a module in the full tier, on the engines of the lanes. Its build may take files from
/// Debian packages.
/// </summary>
public abstract class KernelTestRuns(string product, params ImmutableArray<string> packages) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly RunSettings settings = TestSettings.ForRun(ImmutableHashSet<string>.Empty);
    private ToolSet? tools;

    public static IEnumerable<object[]> EnginesAndSeeds =>
        Engines.All.SelectMany(engine => Enumerable.Range(1, 3).Select(seed => new object[] { engine, seed }));

    public async Task InitializeAsync()
    {
        if (TestSettings.Tier == Tier.Full)
        {
            var needs = new ToolchainNeeds([product], [.. Engines.All], packages);
            var toolchain = await ToolchainSetup.Run(settings.Folders, settings.Path, settings.MayInstall, needs);
            tools = await toolchain.Open(needs, CancellationToken.None);
        }
    }

    /// <summary>Runs the test, and looks at its folder before that is deleted. The row is skipped in the quick tier.</summary>
    public ProcessEnd Run(string engine, ImmutableArray<string> arguments, Action<WorkFolder>? look = null)
    {
        Skip.If(tools is null, "not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test");
        using var folder = WorkFolder.Create();
        var command = Command(engine, arguments, tools!.Products[product].File, folder);
        Skip.If(command.Reason is not null && !TestSettings.Strict, $"{engine} is not here: {command.Reason}");
        command.TryGet(out var words).Should().BeTrue("AFMPEG_STRICT=1 wants every engine");
        var end = new MeasuredProcess(tools.Launcher).Run(words[0], words[1..], folder, Limit, CancellationToken.None);
        look?.Invoke(folder);
        return end;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // The same commands as a lane's. A lane keeps what they wrote only if they fail, and here it is always wanted.
    private Reading<ImmutableArray<string>> Command(string engine, ImmutableArray<string> arguments, string module, WorkFolder folder)
    {
        var plan = Path.Combine(folder.Scratch, "plan.json");
        File.WriteAllText(plan, LanePlan.Of(arguments).ToJson());
        ImmutableArray<string> worker =
        [
            .. new WorkerOptions(StopCheck.None, WorkerOptions.AfmpegMemory).Arguments,
            Path.Combine(folder.Scratch, "phases.json"), module, folder.Media, folder.Output, folder.Scratch, plan,
        ];
        var dotnet = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet");
        return engine switch
        {
            Engines.Wasmtime => Reading<ImmutableArray<string>>.Of([dotnet, InPrograms("Afmpeg.Perf.Wasmtime.dll"), .. worker]),
            Engines.V8 => tools!.Engine(engine).Select<ImmutableArray<string>>(
                node => [node.Path, "--no-warnings", InPrograms("v8-runner.mjs"), .. worker]),
            Engines.Wazero => tools!.Engine(engine).Select<ImmutableArray<string>>(wazero => [wazero.Path, .. worker]),
            _ => Reading<ImmutableArray<string>>.Unavailable("it runs lanes only"),
        };
    }

    private string InPrograms(string file) => Path.Combine(settings.Programs, file);
}
