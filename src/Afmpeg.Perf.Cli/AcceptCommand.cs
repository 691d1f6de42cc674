using System.CommandLine;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Records a finished run as what later runs are held against.</summary>
internal static class AcceptCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("accept", "Record the last run as this host's baseline and as the verified perf table; measure nothing.");
        shared.AddOutput(command);
        command.SetAction((parsed, cancellation) => CommandLineApp.Guarded(_ => Task.FromResult(Run(shared.Read(parsed))), cancellation));
        return command;
    }

    private static ExitStatus Run(RunSettings settings)
    {
        foreach (var record in Acceptance.Record(KeptRun.Read(settings), settings.Folders))
        {
            Console.Out.WriteLine($"{(record.Text is null ? "left " : "wrote")} {record.Path}");
            Console.Out.WriteLine($"      {record.What}");
        }

        return ExitStatus.Within;
    }
}
