using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Sets up parts of the toolchain for a test.</summary>
public static class ToolchainSetup
{
    /// <summary>Builds and fetches what is missing of some needs, or of those of its tasks that a test wants.</summary>
    public static async Task<Toolchain> Run(
        SuiteFolders folders, string path, bool mayInstall, ToolchainNeeds needs, Func<SetupTask, bool>? wanted = null)
    {
        var steps = new StepRunner(folders, _ => { });
        var toolchain = new Toolchain(folders, ToolchainRecipes.Load(folders.Toolchain), steps, path);
        await Setup.Run(
            folders,
            steps,
            mayInstall,
            async () => [.. (await toolchain.Missing(needs, CancellationToken.None)).Where(wanted ?? (_ => true))],
            _ => { },
            CancellationToken.None);
        return toolchain;
    }
}
