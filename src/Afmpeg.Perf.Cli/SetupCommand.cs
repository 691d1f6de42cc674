using System.CommandLine;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Builds and fetches what a run would need.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var command =
            new Command("setup", "Install compilers, fetch sources and footage, build modules and native baselines, derive clips.");
        shared.AddSelection(command);
        shared.AddInstall(command);
        command.Does((parsed, cancellation) => Run(shared.Read(parsed), cancellation), CommandLineApp.GoesOn);
        return command;
    }

    private static async Task<ExitStatus> Run(RunSettings settings, CancellationToken cancellation)
    {
        await ProgressDisplay.While(progress => new BenchmarkRun(settings, progress).SetUp(cancellation));
        await Console.Error.WriteLineAsync("Ready   everything that the run needs is here");
        return ExitStatus.Within;
    }
}
