using System.CommandLine;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Pairing;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.Cli;

/// <summary>Compares two lanes while both share a core.</summary>
internal static class PairCommand
{
    private static readonly Argument<string> Before =
        new("A") { Description = "a lane of one instance and one thread, such as native-portable or wasmtime+O3-simd128-msa" };
    private static readonly Argument<string> After = new("B") { Description = "the lane to compare it with; it may be the same" };
    private static readonly Option<TimeSpan?> Budget =
        ValueOptions.Budget("time limit for all jobs together; by default, each runs until it has an answer (one to five minutes)");
    private static readonly Option<double?> Tolerance =
        ValueOptions.Tolerance($"how many percent of processor time B may differ ({PairLooks.Tolerance * 100:0.#} by default)");

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("pair", "Say whether lane B is faster or slower than lane A, or the same, to half a percent: both share "
            + "one core, so that a noisy machine disturbs both alike.")
        {
            Before, After, Tolerance, Budget,
        };
        shared.AddJobs(command);
        shared.AddWait(command);
        shared.AddOutput(command);
        shared.AddInstall(command);
        command.Does(async (parsed, cancellation) => Show(await ProgressDisplay.While(
            progress => new PairRun(shared.Read(parsed) with { Budget = parsed.GetValue(Budget) }, progress).Compare(
                parsed.GetRequiredValue(Before), parsed.GetRequiredValue(After), parsed.GetValue(Tolerance) / 100
                    ?? PairLooks.Tolerance, cancellation))), CommandLineApp.StartsOver);
        return command;
    }

    /// <summary>Shows pairs on standard output and in the summary of a CI job.</summary>
    public static ExitStatus Show(PairReport report)
    {
        var console = new Screen();
        console.WriteLine($"{report.Machine}. Processor time of B against A, on one core that both share.");
        console.WriteTable(
            ["job", "A", "B", "change", "verdict", "why"],
            [
                .. report.Pairs.Select(pair => (string[])
                [
                    pair.Job, pair.Before, pair.After, pair.ChangeText, pair.Verdict == SpeedVerdict.Slower
                        ? pair.Words.ToUpperInvariant()
                        : pair.Words, pair.Why,
                ]),
            ]);
        foreach (var pair in report.Pairs.Where(pair => pair.Differences.Length > 0))
        {
            console.WriteLine($"{pair.Job}, {pair.Before} and {pair.After}: {string.Join("; ", pair.Differences)}", "DIFFERS      ");
        }

        foreach (var remark in report.Pairs.SelectMany(pair => pair.Remarks).Distinct())
        {
            console.WriteLine(remark, "NOTE         ");
        }

        console.WriteLine($"{report.Summary}; each window is in {report.Windows}");
        StepSummary.Append(() => JobSummary.Of(report));
        return report.Status;
    }
}
