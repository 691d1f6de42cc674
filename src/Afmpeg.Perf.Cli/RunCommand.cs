using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.Cli;

/// <summary>Sets up what is missing, measures, judges, reports.</summary>
internal static class RunCommand
{
    private static readonly Option<TimeSpan?> Budget = ValueOptions.Budget("how long measuring may take, such as 90s, 5m or 1h30m");

    private static readonly Option<int?> Seed =
        new("--seed") { Description = "shuffle the rounds as an earlier run did", HelpName = "N", CustomParser = ParseSeed };
    private static readonly Option<Shard?> Part = new("--shard")
    {
        Description =
            "measure only part K of N of the selected cases, divided in the same way on every machine; merge makes one report of the parts",
        HelpName = "K/N",
        CustomParser = ParseShard,
    };

    private static readonly Option<bool> Resume = new("--resume") { Description = "continue the unfinished run, or fail if there is none" };
    private static readonly Option<bool> Fresh =
        new("--fresh") { Description = "begin a new run even if an unfinished one could be continued" };
    private static readonly Option<bool> Strict =
        new("--strict") { Description = "end with status 4 if a limit could not be judged, or if none judges a module" };
    private static readonly Option<bool> Json = new("--json") { Description = "print report.json instead of tables" };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("run", "Set up what is missing, measure, judge by thresholds.json, and write the report.")
        {
            Budget, Seed, Part, Resume, Fresh, Strict, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Resume) && result.GetValue(Fresh))
            {
                result.AddError("--resume and --fresh contradict each other: leave one of them out");
            }
        });
        shared.AddSelection(command);
        shared.AddWait(command);
        shared.AddOutput(command);
        shared.AddInstall(command);
        command.Does((parsed, cancellation) => Run(Settings(shared, parsed), parsed, cancellation));
        return command;
    }

    private static RunSettings Settings(SharedOptions shared, ParseResult parsed)
    {
        var settings = shared.Read(parsed);
        return settings with
        {
            Budget = parsed.GetValue(Budget),
            Seed = parsed.GetValue(Seed),
            Shard = parsed.GetValue(Part),
            Resume = parsed.GetValue(Resume) ? ResumeMode.Required : parsed.GetValue(Fresh) ? ResumeMode.Never : ResumeMode.IfSame,
        };
    }

    private static async Task<ExitStatus> Run(RunSettings settings, ParseResult parsed, CancellationToken cancellation)
    {
        var report = await ProgressDisplay.While(progress => new BenchmarkRun(settings, progress).Execute(cancellation));
        if (settings.Shard is { } shard && report.Cases.IsEmpty)
        {
            await Console.Error.WriteLineAsync(
                $"shard {shard} is empty, since there are fewer jobs than shards: nothing was measured, and a merge will not miss it");
        }

        ResultDisplay.Show(report, settings.Output, parsed.GetValue(Json));
        StepSummary.Append(() => JobSummary.Of(report));
        if (parsed.GetValue(Strict) && report.WhyUnjudged is { } reason)
        {
            await Console.Error.WriteLineAsync($"--strict: {reason}");
        }

        return report.Status(parsed.GetValue(Strict));
    }

    private static Shard? ParseShard(ArgumentResult argument)
    {
        if (Shard.TryParse(argument.Tokens[0].Value, out var shard))
        {
            return shard;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a shard; write which of how many, from 1, such as 2/4");
        return null;
    }

    private static int? ParseSeed(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, out var seed))
        {
            return seed;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is not a seed; write a whole number, as the report has it");
        return null;
    }
}
