using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Pairing;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.Cli;

/// <summary>Compares two runs in what has no noise; or another commit with this tree, while both share a core.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string?> Before =
        new("A") { Description = "the earlier run: its report folder", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Argument<string?> After =
        new("B") { Description = "the later run: its report folder", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Against = new("--against")
    {
        Description = "measure this commit (A) and the checkout as it is (B) while both share a core, and compare them",
        HelpName = "REF",
    };

    private static readonly Option<TimeSpan?> Budget = ValueOptions.Budget(
        "with --against: time limit for all pairs together; by default, each runs until it has an answer (one to five minutes)");

    private static readonly Option<double?> Tolerance = ValueOptions.Tolerance(
        $"by how many percent a module's operations may grow ({Tolerances.Operations * 100:0.#}); with --against, a time may change "
            + $"({PairLooks.Tolerance * 100:0.#})");

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("compare", "List the differences between two runs in outputs, modules and operations; or, with "
            + "--against, compare the speed of another commit and this tree.")
        {
            Before, After, Against, Tolerance, Budget,
        };
        shared.AddSelection(command);
        shared.AddWait(command);
        shared.AddOutput(command);
        shared.AddInstall(command);
        command.Validators.Add(result => Check(result, shared));
        command.Does((parsed, cancellation) => Run(shared.Read(parsed), parsed, cancellation), CommandLineApp.StartsOver);
        return command;
    }

    private static void Check(CommandResult result, SharedOptions shared)
    {
        var runs = result.GetResult(After) is { Tokens.Count: > 0 } ? 2 : result.GetResult(Before) is { Tokens.Count: > 0 } ? 1 : 0;
        var against = result.GetValue(Against) is not null;
        if (against && runs > 0)
        {
            result.AddError("--against measures both sides itself: leave A and B out, or --against");
        }
        else if (!against && runs < 2)
        {
            result.AddError("two runs are compared: name both, A and B, or measure another commit by --against REF");
        }
        else if (!against && shared.OptionsOfMeasuring.Append(Budget)
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } stray)
        {
            result.AddError($"{stray.Name} is for what is measured, with --against");
        }
    }

    private static async Task<ExitStatus> Run(RunSettings settings, ParseResult parsed, CancellationToken cancellation)
    {
        var tolerance = parsed.GetValue(Tolerance) / 100;
        if (parsed.GetValue(Against) is { } reference)
        {
            return PairCommand.Show(await ProgressDisplay.While(progress =>
                new PairRun(settings with { Budget = parsed.GetValue(Budget) }, progress)
                    .Against(reference, tolerance ?? PairLooks.Tolerance, cancellation)));
        }

        var comparison =
            RunComparison.Of(Snapshot(settings, parsed, Before), Snapshot(settings, parsed, After), tolerance ?? Tolerances.Operations);
        Show(comparison);
        StepSummary.Append(() => JobSummary.Of(comparison));
        return comparison.HasRegressed ? ExitStatus.Exceeded : ExitStatus.Within;
    }

    private static RunSnapshot Snapshot(RunSettings settings, ParseResult parsed, Argument<string?> which) =>
        RecordedRun.Snapshot(settings, Path.GetFullPath(parsed.GetRequiredValue(which)!));

    private static void Show(RunComparison comparison)
    {
        var console = new Screen();
        console.WriteLine($"A  run {comparison.Before.Run}");
        console.WriteLine($"B  run {comparison.After.Run}");
        foreach (var note in comparison.Notes)
        {
            console.WriteLine(note);
        }

        foreach (var (id, differences) in comparison.Outputs)
        {
            console.WriteLine($"{id}: {string.Join("; ", differences)}", "DIFFERS      ");
        }

        foreach (var module in comparison.Modules.Values)
        {
            console.WriteLine(module, "DIFFERS      ");
        }

        foreach (var counted in comparison.ChangedOperations)
        {
            console.WriteLine(counted.Sentence, "OPERATIONS   ");
        }

        console.WriteLine(comparison.Summary);
    }
}
