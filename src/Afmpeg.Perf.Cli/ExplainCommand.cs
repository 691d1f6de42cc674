using System.CommandLine;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.Cli;

/// <summary>Explains one number of the last run. Measures nothing and writes nothing.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Case =
        new("CASE") { Description = "the case's id, as the report and `doctor --cases` write it" };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command =
            new Command("explain", "Explain one number of the last run: rounds, interval, looks, limits; measure nothing.") { Case };
        shared.AddOutput(command);
        shared.AddLanes(command);
        command.Does(parsed => Run(shared.Read(parsed), parsed.GetRequiredValue(Case)));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, string caseId)
    {
        var kept = RecordedRun.Read(settings);
        ExplanationDisplay.Show(CaseExplanation.Of(kept.Report, kept.Rows, caseId), kept.State.Run);
        return ExitStatus.Within;
    }
}
