using System.Text;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// The part of the perf table that must not drift. What has no noise is equal on every host; a native multiple is that of the host which the
/// first line names, and is replaced only if the run is of that host and its interval, widened by what such hosts do to equals, excludes it, or if people accept the run; a limit's
/// word changes only where the limit was judged. One line per case, none of which depends on another's width.
/// </summary>
public static class VerifiedTable
{
    // Wide enough for the lanes there are. It is fixed since padding to the longest would tie every line to the others.
    private const int LaneWidth = 26;

    /// <summary>Renders the table.</summary>
    /// <param name="report">The run.</param>
    /// <param name="verified">The verified table; empty where there is none.</param>
    /// <param name="takesHost">Whether this run's numbers replace those that are there, of whatever host; else another host's stay, and so do those with which this run agrees.</param>
    /// <returns>Lines joined by LF, none after the last: Verify forgives one more in a verified file only, not in what it is given.</returns>
    public static string Render(RunReport report, string verified = "", bool takesHost = false)
    {
        var kept = VerifiedSnapshot.Parse(verified);
        var isSameHost = kept.Fingerprint == report.Host.Fingerprint;
        var isHere = takesHost || isSameHost || kept.Fingerprint is null;
        var lines = new VerifiedCase(TakesNumbers: isHere, KeepsNumbers: isSameHost || !isHere, Tolerance(report)) { Renews = takesHost };
        var findings = report.Findings.ToLookup(finding => finding.Case.Case.Id);
        var text = new StringBuilder().Append(isHere ? HostLine(report.Host) : kept.HostLine).Append('\n');
        foreach (var job in report.Cases.GroupBy(summary => summary.Case.Job.Id))
        {
            text.Append(job.Key).Append('\n');
            foreach (var summary in job)
            {
                Append(text, summary.Case.Lane.Name, lines.Line(summary, findings[summary.Case.Id], kept.Find(summary.Case.Id)));
            }
        }

        text.Append(VerifiedSnapshot.Modules).Append('\n');
        foreach (var module in report.Modules.Where(module => report.Cases.Any(summary => Runs(summary.Case, module))))
        {
            var name = $"{module.Flavour}+{module.Build}";
            Append(text, name, Size(module, kept.Find($"{VerifiedSnapshot.Modules}/{name}")));
        }

        return text.ToString(0, text.Length - 1);
    }

    /// <summary>
    /// How far a multiple's interval is widened before it replaces the number that is there. Both were measured on a host that tells native from
    /// itself by its noise floor, the old number as well as the new, so the floor counts twice.
    /// </summary>
    /// <param name="report">The run.</param>
    /// <returns>A fraction: what two floors make, where the floor is known and they exceed the tolerance of comparisons; else that.</returns>
    internal static double Tolerance(RunReport report) =>
        report.NoiseFloor.TryGet(out var floor) ? Math.Max(Tolerances.Speed, Math.Pow(1 + floor.Fraction, 2) - 1) : Tolerances.Speed;

    private static string HostLine(Host host) => $"{VerifiedSnapshot.HostPrefix}{host.Fingerprint}: {host.Machine}";

    private static void Append(StringBuilder text, string name, string line) => text.Append($"  {name.PadRight(LaneWidth)} {line}\n");

    private static bool Runs(BenchmarkCase benchmarkCase, ModuleFacts module) =>
        benchmarkCase.Lane.Build == module.Build && benchmarkCase.Job.Setting.Flavour == module.Flavour;

    private static string Size(ModuleFacts module, string? verified) =>
        verified?.Split(' ') is [var number, "bytes"] && long.TryParse(number, out var old) && old > 0
        && Math.Abs(((double)module.Size.Bytes / old) - 1) <= Tolerances.ModuleSize
            ? verified
            : CountText.Of(module.Size.Bytes, "byte");
}
