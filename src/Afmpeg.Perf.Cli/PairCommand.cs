using System.CommandLine;
using Afmpeg.Perf.Pairing;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.Cli;

/// <summary>Compares two lanes while both share a core.</summary>
internal static class PairCommand
{
    private static readonly Argument<string> Before = new("A") { Description = "a lane of one instance and one thread, such as native-portable or wasmtime+O3-simd128-msa" };
    private static readonly Argument<string> After = new("B") { Description = "the lane that is held against it; it may be the same" };
    private static readonly Option<TimeSpan?> Budget = DurationOption.CreateBudget("how long all jobs may take together; otherwise until each has its answer, one to five minutes a job");
    private static readonly Option<double?> Tolerance = ToleranceOption.Create($"how many percent of processor time B may differ ({PairLooks.Tolerance * 100:0.#} by default)");

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("pair", "Say whether lane B is faster or slower than lane A, or the same, to half a percent: both share one core, so that a noisy machine disturbs both alike.")
        {
            Before, After, Tolerance, Budget,
        };
        shared.AddJobs(command);
        shared.AddOutput(command);
        shared.AddInstall(command);
        command.SetAction((parsed, cancellation) => CommandLineApp.Guarded(
            async token => PairDisplay.Show(await ProgressDisplay.While(progress => new PairRun(shared.Read(parsed) with { Budget = parsed.GetValue(Budget) }, progress)
                .Compare(parsed.GetRequiredValue(Before), parsed.GetRequiredValue(After), parsed.GetValue(Tolerance) / 100 ?? PairLooks.Tolerance, token))),
            cancellation));
        return command;
    }
}
