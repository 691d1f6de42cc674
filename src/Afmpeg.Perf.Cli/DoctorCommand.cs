using System.CommandLine;
using Afmpeg.Perf.Exporting;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Previewing;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.Cli;

/// <summary>What is here, what is missing, what would be measured. Changes nothing.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Cases =
        new("--cases") { Description = "list every case, every reason and everything that is missing, too" };
    private static readonly Option<bool> Licences =
        new("--licences") { Description = "list every part that is built or taken instead, with its version and licence" };

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command("doctor", "Show on one screen what would be measured and judged, what would not, and what is missing; "
            + "change nothing.") { Cases, Licences };
        shared.AddSelection(command);
        command.Does(
            (parsed, cancellation) => parsed.GetValue(Licences)
                ? ListParts(shared.Read(parsed), cancellation)
                : Run(shared.Read(parsed), parsed.GetValue(Cases), cancellation),
            CommandLineApp.GoesOn);
        return command;
    }

    private static async Task<ExitStatus> Run(RunSettings settings, bool everything, CancellationToken cancellation)
    {
        var run = new BenchmarkRun(settings, new PlainProgress(Console.Error));
        var declarations = await run.Preview(cancellation);
        var missing = await run.Missing(cancellation);
        var engines = await FoundEngines.Of(settings, cancellation);
        // Before anything is shown, since it may find that no case fits.
        var preview = declarations.Select(declared => RunPreview.Of(declared, settings, engines));
        var display = new DoctorDisplay(everything);
        display.ShowHost(Host.Read(), HostNoiseMonitor.Watch().Before);
        if (declarations.TryGet(out var known) && preview.TryGet(out var found))
        {
            display.Show(known, settings, found, engines);
        }
        else
        {
            display.ShowUnknown(declarations.Reason!);
        }

        display.ShowMissing(missing, settings.Folders.Cache);
        return missing.All(task => task.IsOptional) ? ExitStatus.Within : ExitStatus.Missing;
    }

    private static async Task<ExitStatus> ListParts(RunSettings settings, CancellationToken cancellation)
    {
        var declared = Declarations.Load(settings);
        var parts = await PartsList.Of(declared, settings, typeof(DoctorCommand).Assembly.GetName().Version!, cancellation);
        new Screen().WriteTable(["part", "kind", "version", "licence"],
            [.. parts.Select(part => (string[])[part.Name, part.Kind, part.Version, part.Licence])]);
        return ExitStatus.Within;
    }
}
