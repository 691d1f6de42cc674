using System.CommandLine;
using System.CommandLine.Parsing;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Cli;

/// <summary>Holds one run against another, by multiples. Measures nothing and writes nothing.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string> Before = new("A") { Description = "the earlier run: its report folder, or a baseline file" };
    private static readonly Argument<string> After = new("B") { Description = "the later run, likewise" };

    private static readonly Option<double> Tolerance = new("--tolerance")
    {
        Description = "how many percent a multiple may change",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => Tolerances.Speed * 100,
        CustomParser = ParsePercent,
    };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("compare", "Say which cases got faster or slower from run A to run B, which are the same, and which cannot be told.")
        {
            Before, After, Tolerance,
        };
        shared.AddLanes(command);
        command.SetAction((parsed, cancellation) => CommandLineApp.Guarded(_ => Task.FromResult(Run(shared.Read(parsed), parsed)), cancellation));
        return command;
    }

    private static ExitStatus Run(RunSettings settings, ParseResult parsed)
    {
        var comparison = RunComparison.Of(
            KeptRun.Extract(settings, Path.GetFullPath(parsed.GetRequiredValue(Before))),
            KeptRun.Extract(settings, Path.GetFullPath(parsed.GetRequiredValue(After))),
            parsed.GetValue(Tolerance) / 100);
        ComparisonDisplay.Show(comparison);
        return comparison.HasRegressed ? ExitStatus.Exceeded : ExitStatus.Within;
    }

    private static double ParsePercent(ArgumentResult argument)
    {
        if (double.TryParse(argument.Tokens[0].Value, out var percent) && percent is > 0 and < 100)
        {
            return percent;
        }

        argument.AddError($"'{argument.Tokens[0].Value}' is no tolerance; write a number of percent above 0 and below 100, such as 5");
        return 0;
    }
}
