using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>The real launcher: the cached one of this checkout's toolchain, or one compiled for these tests.</summary>
public static class Launcher
{
    private static readonly Lazy<(string? Path, string Reason)> Found = new(Find);

    /// <summary>Its path; the test is skipped where there is none and no compiler.</summary>
    public static string Path
    {
        get
        {
            Skip.If(Found.Value.Path is null, Found.Value.Reason);
            return Found.Value.Path!;
        }
    }

    private static (string? Path, string Reason) Find()
    {
        var folders = TestSettings.Folders;
        var hash = ToolchainRecipes.Load(folders.Toolchain).LauncherHash;
        var cached = System.IO.Path.Combine(folders.Products, $"launcher-{hash}", "launcher");
        var home = Directory.CreateDirectory(Repository.PathOf("artifacts", "test-launcher", hash)).FullName;
        var own = System.IO.Path.Combine(home, "launcher");
        if (File.Exists(own))
        {
            return (own, "");
        }

        // A copy: a cache that is tidied up must not take the launcher away from these tests.
        if (File.Exists(cached))
        {
            File.Copy(cached, $"{own}.partial", overwrite: true);
            File.Move($"{own}.partial", own);
            return (own, "");
        }

        var environment = new Dictionary<string, string?> { ["BUILD_OUT"] = home };
        var (status, _, errors) = BuiltCommand.RunProgram("bash", folders.Toolchain, environment, "build-launcher.sh");
        return status == 0 ? (own, "") : (null, $"the launcher is not cached, and cannot be compiled here: {errors.Trim()}");
    }
}
