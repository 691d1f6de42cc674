using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>An encoder's own test of its kernels, built as a module where the tier asks for it, on the engines of the lanes.</summary>
/// <param name="key">The product.</param>
/// <param name="packages">Debian packages that its build takes files from.</param>
public abstract class KernelTestRuns(string key, params ImmutableArray<string> packages) : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly RunSettings settings = TestSettings.ForRun(ImmutableHashSet<string>.Empty);
    private ToolSet? tools;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (TestSettings.Tier < Tier.Full)
        {
            return;
        }

        var folders = settings.Folders;
        var steps = new StepRunner(folders, _ => { });
        var toolchain = new Toolchain(folders, ToolchainRecipes.Load(folders.Toolchain), steps, settings.Path);
        var needs = new ToolchainNeeds([key], [.. Engines.All], packages);
        await Setup.Run(
            folders, steps, settings.MayInstall, () => toolchain.Missing(needs, CancellationToken.None), _ => { }, CancellationToken.None);
        tools = await toolchain.Open(needs, CancellationToken.None);
    }

    /// <summary>Runs it. The row is skipped, with the reason, where the tier is quick or the engine is not here.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="look">Looks at what it left, if anything, before that is deleted.</param>
    /// <returns>How it ended.</returns>
    public ProcessEnd Run(string engine, ImmutableArray<string> arguments, Action<WorkFolder>? look = null)
    {
        Skip.If(tools is null, "not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test");
        using var folder = WorkFolder.Create();
        var command = Command(engine, arguments, tools!.Products[key].File, folder);
        Skip.If(command.Reason is not null && !TestSettings.Strict, $"{engine} is not here: {command.Reason}");
        command.TryGet(out var words).Should().BeTrue("AFMPEG_STRICT=1 wants every engine");
        var end = new MeasuredProcess(tools.Launcher).Run(words[0], words[1..], folder, Limit, CancellationToken.None);
        look?.Invoke(folder);
        return end;
    }

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    // A lane keeps what a command wrote only where it failed; this one is asked for its last words, by the same commands.
    private Reading<ImmutableArray<string>> Command(string engine, ImmutableArray<string> arguments, string module, WorkFolder folder)
    {
        var plan = Path.Combine(folder.Scratch, "plan.json");
        File.WriteAllText(plan, LanePlan.Of(arguments).ToJson());
        ImmutableArray<string> worker = [.. new WorkerOptions(StopCheck.None, WorkerOptions.AfmpegMemory).Arguments, Path.Combine(folder.Scratch, "phases.json"), module, folder.Media, folder.Output, folder.Scratch, plan];
        return engine switch
        {
            Engines.Wasmtime => Reading<ImmutableArray<string>>.Of(
                [Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"), InPrograms("Afmpeg.Perf.Wasmtime.dll"), .. worker]),
            Engines.V8 => tools!.Engine(engine).Select<ImmutableArray<string>>(
                node => [node.Path, "--no-warnings", InPrograms("v8-runner.mjs"), .. worker]),
            Engines.Wazero => tools!.Engine(engine).Select<ImmutableArray<string>>(wazero => [wazero.Path, .. worker]),
            _ => Reading<ImmutableArray<string>>.Unavailable("it runs lanes only"),
        };
    }

    private string InPrograms(string file) => Path.Combine(settings.Programs, file);
}
