using System.CommandLine;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Judges the last run again, by the limits as they are now, without measuring.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var json = new Option<bool>("--json") { Description = "print report.json instead of tables" };
        var command = new Command("report", "Judge the last run again by thresholds.json as it is now, and write its report anew; measure nothing.") { json };
        shared.AddOutput(command);
        shared.AddLanes(command);
        command.SetAction((parsed, cancellation) => CommandLineApp.Guarded(_ => Task.FromResult(Run(shared.Read(parsed), parsed.GetValue(json))), cancellation));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, bool json)
    {
        var report = new BenchmarkRun(settings, new PlainProgress(Console.Error)).ReportAgain();
        ResultDisplay.Show(report, settings.Output, json);
        return report.Status(strict: false);
    }
}
