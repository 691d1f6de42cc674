using System.Text;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// The part of the perf table that must not drift, one line per case and module. Facts without noise are the same on every host. A native
/// multiple comes from the host that the first line names. It is replaced if people accept the run, or if the run is from that host and its
/// interval, widened by the host's noise, excludes the old number. A limit's verdict changes only where the limit was judged.
/// </summary>
public static class VerifiedTable
{
    // Wide enough for every lane. Padding to the longest would make each line depend on the others.
    private const int LaneWidth = 26;

    private const string NotMeasured = "not measured";

    // A shorter native run varies between runs by more than its interval shows.
    private const double ShortestNativeSeconds = 0.05;

    /// <summary>
    /// Renders the table. With <paramref name="takesHost"/>, all numbers come from this run; otherwise another host's numbers stay, and so
    /// do those that this run agrees with.
    /// </summary>
    /// <param name="report">The run.</param>
    /// <param name="verified">The verified table; empty where there is none.</param>
    /// <param name="takesHost">Whether people accept the run.</param>
    /// <returns>Lines joined by LF, none after the last: Verify ignores one more in the verified file, but not in the text that it is
    /// given.</returns>
    public static string Render(RunReport report, string verified = "", bool takesHost = false)
    {
        var kept = VerifiedText.Parse(verified);
        var isSameHost = kept.Fingerprint == report.Host.Fingerprint;
        var isHere = takesHost || isSameHost || kept.Fingerprint is null;
        var rule = new NumberRule(TakesNew: isHere, KeepsOld: isSameHost || !isHere, TakesAll: takesHost, Tolerance(report));
        var findings = report.Findings.ToLookup(finding => finding.Case.Case.Id);
        var text = new StringBuilder();
        text.Append(isHere ? $"{VerifiedText.HostPrefix}{report.Host.Fingerprint}: {report.Host.Machine}" : kept.HostLine);
        foreach (var job in report.Cases.GroupBy(summary => summary.Case.Job.Id))
        {
            text.Append($"\n{job.Key}");
            foreach (var summary in job)
            {
                Append(text, summary.Case.Lane.Name, CaseLine(summary, findings[summary.Case.Id], kept.Find(summary.Case.Id), rule));
            }
        }

        text.Append($"\n{VerifiedText.Modules}");
        foreach (var module in report.Modules.Where(module => report.Cases.Any(summary => Runs(summary.Case, module))))
        {
            var name = $"{module.Flavour}+{module.Build}";
            Append(text, name, ModuleLine(module, kept.Find($"{VerifiedText.Modules}/{name}")));
        }

        return text.ToString();
    }

    /// <summary>
    /// The fraction by which an interval is widened before it replaces a number: the tolerance of comparisons, or the host's noise floor if
    /// more. The old number has that noise, too, so the floor counts twice.
    /// </summary>
    internal static double Tolerance(RunReport report) =>
        report.NoiseFloor.TryGet(out var floor) ? Math.Max(Tolerances.Speed, Math.Pow(1 + floor.Fraction, 2) - 1) : Tolerances.Speed;

    private static void Append(StringBuilder text, string name, VerifiedLine line) => text.Append($"\n  {name.PadRight(LaneWidth)} {line}");

    private static bool Runs(BenchmarkCase benchmarkCase, ModuleFacts module) =>
        benchmarkCase.Lane.Build == module.Build && benchmarkCase.Job.Setting.Flavour == module.Flavour;

    private static VerifiedLine ModuleLine(ModuleFacts module, VerifiedLine? kept) =>
        kept?.ToString().Split(' ') is [var number, "bytes"] && long.TryParse(number, out var old) && old > 0
        && Math.Abs(((double)module.Size.Bytes / old) - 1) <= Tolerances.ModuleSize
            ? kept
            : VerifiedLine.None with { Facts = [CountText.Of(module.Size.Bytes, "byte")] };

    // A failure's reason may hold times and digests, so it is left to the failing spec.
    private static VerifiedLine CaseLine(CaseSummary summary, IEnumerable<Finding> findings, VerifiedLine? kept, NumberRule rule)
    {
        var old = kept ?? VerifiedLine.None;
        return Words.Status(summary) switch
        {
            CaseStatus.NotMeasured when kept is null => old with { Facts = [NotMeasured] },
            CaseStatus.NotMeasured => rule.KeepsOld || old.Multiple is null ? old : old with { Multiple = VerifiedLine.NoMultiple },
            CaseStatus.Failed => VerifiedLine.None with { Facts = ["FAILED"] },
            _ => new VerifiedLine(
                Facts(summary, old),
                summary.Case.Lane.IsWasm ? Multiple(summary, old, rule) : null,
                [.. findings.Select(finding => (finding.Limit.Id, Word(finding, old.Verdict(finding.Limit.Id))))]),
        };
    }

    private static ImmutableArray<string> Facts(CaseSummary summary, VerifiedLine old)
    {
        var job = summary.Case.Job;
        var frames = summary.Frames.Show(count => CountText.Of(count, "frame"), _ => old.Fact("frame") ?? "frames not measured");
        if (!summary.Case.Lane.IsHostFree)
        {
            return [frames];
        }

        var bytes = job.OutputFile is null ? null : old.Fact("byte");
        // To a tenth, so that a change nobody could see does not change the text.
        var quality = summary.Quality.Show(known => $"{known.PsnrYDb:0.0} dB", _ => job.Setting.IsLossy ? old.Fact("dB") ?? "" : "");
        return
        [
            frames,
            summary.OutputSize.Show(size => CountText.Of(size.Bytes, "byte"), _ => bytes ?? "bytes not measured"),
            .. quality.Length > 0 ? (string[])[quality] : [],
            summary.EqualsPortable.Show(
                equal => equal ? "equals portable" : "differs from portable",
                _ => old.Fact("portable") ?? "equality to portable not measured"),
        ];
    }

    private static string Multiple(CaseSummary summary, VerifiedLine line, NumberRule rule)
    {
        var old = rule.KeepsOld ? line : line with { Multiple = null };
        return rule.TakesNew && summary.NativeMultiple.TryGet(out var now)
            && (rule.TakesAll || old.IsExcludedBy(now, IsTooShort(summary, now) ? double.PositiveInfinity : rule.Tolerance))
            ? VerifiedLine.Show(now)
            : old.Multiple ?? VerifiedLine.NoMultiple;
    }

    private static bool IsTooShort(CaseSummary summary, Estimate multiple) =>
        !summary.ExecuteSeconds.IsEmpty && summary.ExecuteSeconds.Average() / multiple.Value < ShortestNativeSeconds;

    // A limit that this run could not judge, for lack of budget or too much noise, keeps its word. One that was never judged raises no
    // alarm.
    private static string Word(Finding finding, string? verified) => finding.Verdict switch
    {
        Verdict.Exceeded => "exceeded",
        Verdict.Within => "not exceeded",
        _ when !string.IsNullOrEmpty(verified) => verified,
        Verdict.Inconclusive => "not exceeded",
        _ => NotMeasured,
    };

    // TakesNew: the table's numbers are from this run's host. KeepsOld: the numbers in the file are from the table's host. TakesAll: people
    // accept the run.
    private sealed record NumberRule(bool TakesNew, bool KeepsOld, bool TakesAll, double Tolerance);
}
