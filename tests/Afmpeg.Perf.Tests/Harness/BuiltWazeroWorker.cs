using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The worker that embeds wazero: the one in the cache, or one that set-up's own step builds there for these tests.</summary>
public static class BuiltWazeroWorker
{
    private static readonly Lazy<Reading<EngineTool>> Found = new(Find);

    /// <summary>The worker, or why there is none.</summary>
    public static Reading<EngineTool> Tool => Found.Value;

    private static Reading<EngineTool> Find()
    {
        var folders = TestSettings.Folders;
        var worker = new WazeroWorker(folders);
        if (worker.Find().WhyNot is not null)
        {
            var steps = new StepRunner(folders, new StepTimes(Path.Combine(folders.Cache, "step-times.json")), _ => { });
            var toolchain = new Toolchain(folders, ToolchainRecipes.Load(folders.Toolchain), steps, path: "");
            var needs = new ToolchainNeeds([], [Engines.Wazero], []);
            Setup.Run(folders, steps, mayInstall: false, () => toolchain.Missing(needs, CancellationToken.None), _ => { }, CancellationToken.None)
                .GetAwaiter().GetResult();
        }

        return worker.Find();
    }
}
