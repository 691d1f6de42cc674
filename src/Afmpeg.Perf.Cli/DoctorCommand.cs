using System.CommandLine;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Cli;

/// <summary>What is here, what is missing, what would be measured. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("doctor", "Tell what is here, what is missing and what would be measured; change nothing.");
        shared.AddSelection(command);
        command.SetAction((parsed, cancellation) => CommandLineApp.Guarded(token => Run(shared.Read(parsed), token), cancellation));
        return command;
    }

    private static async Task<ExitStatus> Run(RunSettings settings, CancellationToken cancellation)
    {
        var run = new BenchmarkRun(settings, new PlainProgress(Console.Error));
        var foreseen = await run.Foresee(cancellation);
        var missing = await run.Missing(cancellation);
        var output = Console.Out;
        await output.WriteLineAsync($"Host    {Host.Read().Description}");
        foreach (var remark in QuietHost.Watch().Before)
        {
            await output.WriteLineAsync(ProgressText.Of(remark));
        }

        await output.WriteLineAsync($"Cache   {settings.Folders.Cache}");
        await output.WriteLineAsync(foreseen.Show(declared => Selected(declared, settings), reason => $"Cases   not known: {reason}"));
        await output.WriteLineAsync(missing.IsEmpty ? "Set-up  complete" : $"Set-up  {missing.Length} things to do; `afmpeg-perf setup` does them");
        foreach (var task in missing.OrderBy(task => task.Stage))
        {
            await output.WriteLineAsync($"        {task.Name}{(task.IsOptional ? " (optional: without it that engine is not measured)" : "")}");
        }

        return missing.All(task => task.IsOptional) ? ExitStatus.Within : ExitStatus.Missing;
    }

    private static string Selected(Declarations declared, RunSettings settings)
    {
        var cases = declared.Plan(settings).Cases;
        return string.Join(
            Environment.NewLine,
            [
                .. (string[])(declared.OwnMedia is { } own ? [ProgressText.Of(own)] : []),
                $"Limits  {declared.Thresholds.Limits.Length} in {settings.Folders.Thresholds}",
                $"Matrix  {Tiers(declared.Matrix)} of {declared.Matrix.CrossProduct.Length} that jobs and lanes could make",
                .. declared.Matrix.Exclusions.Select(exclusion => $"        without {exclusion.Count,5} {exclusion.Name}: {exclusion.Reason}"),
                $"Cases   {cases.Length}, as selected",
                .. cases.Select(planned => $"        {planned.Id}"),
            ]);
    }

    private static string Tiers(CaseMatrix matrix) => string.Join(", ", Enum.GetValues<Tier>().Select(
        tier => $"{matrix.Cases.Count(declared => matrix.IsIn(declared, tier))} cases in the {tier.ToString().ToLowerInvariant()} tier"));
}
