using System.CommandLine;
using Afmpeg.Perf.Accepting;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.Cli;

/// <summary>Records a finished run, for later runs to be compared with.</summary>
internal static class AcceptCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var rationale = new Option<string?>("--rationale")
        {
            Description = "why the run's decision is right, if it differs from the recorded one",
            HelpName = "WHY",
        };
        var command = new Command("accept", "Record the last run's operations, verified perf table and decision as the baseline for "
            + "later runs; measure nothing.") { rationale };
        shared.AddOutput(command);
        shared.AddLanes(command);
        command.Does(parsed => Run(shared.Read(parsed), parsed.GetValue(rationale)));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, string? rationale)
    {
        var command = $"afmpeg-perf accept --output {CommandText.OfPath(settings.Shown(settings.Output))}"
            + (settings.CustomFiles is { } files ? $" {files}" : "");
        foreach (var record in Acceptance.Record(RecordedRun.Read(settings), settings.Folders, rationale, command))
        {
            Console.Out.WriteLine($"{(record.Text is null ? "left " : "wrote")} {record.Path}");
            Console.Out.WriteLine($"      {record.What}");
        }

        return ExitStatus.Within;
    }
}
