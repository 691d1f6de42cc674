using Afmpeg.Perf.Toolchains;
using CliWrap;
using CliWrap.Buffered;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A Go program, compiled with the Go and the wazero of the suite's own worker, so that none need be installed.</summary>
public static class WazeroProgram
{
    /// <summary>Compiles a folder with a main.go.</summary>
    /// <param name="folders">The suite's folders; its set-up must have been run.</param>
    /// <param name="sources">The folder.</param>
    /// <param name="scratch">A folder for the compiler.</param>
    /// <returns>The program's file.</returns>
    public static async Task<string> Compile(SuiteFolders folders, string sources, string scratch)
    {
        var target = Path.Combine(scratch, "out");
        var built = await Cli.Wrap("bash").WithArguments([Path.Combine(folders.Toolchain, WazeroWorker.Script)])
            .WithEnvironmentVariables(variables => variables
                .Set("APT_ROOT", folders.AptRoot("sid")).Set("WORKER_SOURCES", sources)
                .Set("BUILD_WORK", Path.Combine(scratch, "work")).Set("BUILD_OUT", target))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        built.ExitCode.Should().Be(0, built.StandardError);
        return Path.Combine(target, "wazero-worker");
    }
}
