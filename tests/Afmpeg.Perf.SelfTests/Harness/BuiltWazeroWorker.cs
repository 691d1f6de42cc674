using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The worker that embeds wazero: the one in the cache, or one that set-up's own step builds for these tests.</summary>
public static class BuiltWazeroWorker
{
    private static readonly Lazy<Reading<EngineTool>> Found = new(Find);

    public static Reading<EngineTool> Tool => Found.Value;

    private static Reading<EngineTool> Find()
    {
        var cached = Find(TestSettings.Folders);
        if (cached.Reason is null)
        {
            return cached;
        }

        // In a cache of its own: the user's may be locked by a set-up that builds for an hour.
        var folders = TestSettings.Folders with { Cache = Repository.PathOf("artifacts", "test-wazero") };
        ToolchainSetup.Run(folders, "", mayInstall: false, new ToolchainNeeds([], [Engines.Wazero], []), task => task.IsOptional)
            .GetAwaiter().GetResult();
        return Find(folders);
    }

    private static Reading<EngineTool> Find(SuiteFolders folders) =>
        new WazeroWorker(folders).Find(CancellationToken.None).GetAwaiter().GetResult();
}
