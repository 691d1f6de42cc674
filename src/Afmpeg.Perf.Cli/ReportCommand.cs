using System.CommandLine;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.Cli;

/// <summary>Judges the last run again, by the limits as they are now, without measuring.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var json = new Option<bool>("--json") { Description = "print report.json instead of tables" };
        var axis =
            new Option<string?>("--axis") { Description = "print only the table of this axis, by its id, such as engine", HelpName = "ID" };
        var command = new Command("report",
            "Judge the last run again by thresholds.json as it is now, and write its report again; measure nothing.") { json, axis };
        shared.AddOutput(command);
        shared.AddLanes(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(axis) is not null)
            {
                result.AddError("--json prints the whole report: leave it or --axis out");
            }
        });
        command.Does(parsed => Run(shared.Read(parsed), parsed.GetValue(json), parsed.GetValue(axis)));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, bool json, string? axis)
    {
        var report = new BenchmarkRun(settings, new PlainProgress(Console.Error)).ReportAgain();
        if (axis is null)
        {
            ResultDisplay.Show(report, settings.Output, json);
        }
        else
        {
            ResultDisplay.ShowAxis(report, axis);
        }

        StepSummary.Append(() => JobSummary.Of(report));
        return report.Status(strict: false);
    }
}
