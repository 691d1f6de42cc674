using System.CommandLine;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Merging;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Merged;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Cli;

/// <summary>Makes one report of the shards that several machines measured.</summary>
internal static class MergeCommand
{
    private static readonly Argument<string[]> Folders =
        new("DIR") { Description = "the report folders of the runs", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Strict =
        new("--strict")
        {
            Description = "end with status 4 if a limit could not be judged or none judges a module; a missing or unfinished shard always "
                + "does",
        };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command(
            "merge", "Make one report of runs on several machines, each judged by its own rows; measure nothing.") { Folders, Strict };
        shared.AddOutput(command);
        shared.AddLanes(command);
        command.Does(
            parsed => Run(shared.Read(parsed), [.. parsed.GetRequiredValue(Folders).Select(Path.GetFullPath)], parsed.GetValue(Strict)));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, string[] folders, bool strict)
    {
        var report = new Merge(settings).Write(folders);
        var console = new Screen();
        foreach (var missing in report.Missing)
        {
            console.WriteLine($"{missing.Reason}: {CountText.Of(missing.Cases.Length, "case")} not measured", "MISSING      ");
        }

        foreach (var run in report.Unfinished)
        {
            var unmeasured = run.Cases.Count(summary => summary.Rounds == 0);
            console.WriteLine($"{run.UnfinishedReason}: {CountText.Of(unmeasured, "case")} not measured", "UNFINISHED   ");
        }

        foreach (var note in report.Notes)
        {
            console.WriteLine(note, "note         ");
        }

        foreach (var verdict in report.Verdicts.Where(verdict => verdict.Verdict is Verdict.Exceeded or Verdict.Inconclusive))
        {
            console.WriteLine($"{verdict.Limit.Id} {verdict.Case}: {verdict.Reason}", $"{Words.Of(verdict.Verdict),-12} ");
        }

        if (EmptyRun.Is(report.Summaries))
        {
            console.WriteLine(EmptyRun.Sentence(report.Summaries), "EMPTY        ");
        }

        if (strict && report.WhyUnjudged is { } reason)
        {
            Console.Error.WriteLine($"--strict: {reason}");
        }

        console.WriteLine(string.Join(", ", Enum.GetValues<Verdict>()
            .Select(verdict => $"{report.Verdicts.Count(one => one.Verdict == verdict)} {Words.Of(verdict)}")), "limits   ");
        console.WriteLine(
            $"report   {Path.Combine(settings.Output, "report.html")}, the same in {Path.Combine(settings.Output, "report.md")}");
        StepSummary.Append(() => MarkdownReport.FirstScreen(MergedPage.Of(report)));
        return report.Status(strict);
    }
}
