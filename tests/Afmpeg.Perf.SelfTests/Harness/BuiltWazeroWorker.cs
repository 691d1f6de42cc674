using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The worker that embeds wazero: the one in the cache, or one that set-up's own step builds for these tests.</summary>
public static class BuiltWazeroWorker
{
    private static readonly Lazy<Reading<EngineTool>> Found = new(Find);

    /// <summary>The worker, or why there is none.</summary>
    public static Reading<EngineTool> Tool => Found.Value;

    private static Reading<EngineTool> Find()
    {
        var cached = new WazeroWorker(TestSettings.Folders).Find();
        if (cached.Reason is null)
        {
            return cached;
        }

        // In a cache of its own: the user's may be locked by a set-up that builds for an hour.
        var folders = TestSettings.Folders with { Cache = Repository.PathOf("artifacts", "test-wazero") };
        var steps = new StepRunner(folders, _ => { });
        var toolchain = new Toolchain(folders, ToolchainRecipes.Load(folders.Toolchain), steps, path: "");
        var needs = new ToolchainNeeds([], [Engines.Wazero], []);
        Setup.Run(folders, steps, mayInstall: false, Missing, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
        return new WazeroWorker(folders).Find();

        async Task<ImmutableArray<SetupTask>> Missing() =>
            [.. (await toolchain.Missing(needs, CancellationToken.None)).Where(task => task.IsOptional)];
    }
}
