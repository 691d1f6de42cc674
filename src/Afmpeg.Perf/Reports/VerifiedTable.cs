using System.Text;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// The part of the perf table that must not drift: equal for equal media and builds, on any host, however busy. One line per case, none of
/// which depends on another's width, so that a lane which is absent here changes its own line only.
/// </summary>
public static class VerifiedTable
{
    // Wide enough for the lanes there are. It is fixed since padding to the longest would tie every line to the others.
    private const int LaneWidth = 26;
    private const string NotMeasured = "not measured";

    /// <summary>Renders the table.</summary>
    /// <param name="report">The run.</param>
    /// <param name="verified">The verified table: a case that is not measured here keeps its line of it. Empty where there is none.</param>
    /// <returns>Lines ending in LF.</returns>
    public static string Render(RunReport report, string verified = "")
    {
        var kept = LinesByCase(verified);
        var findings = report.Findings.ToLookup(finding => finding.Case.Case.Id);
        var text = new StringBuilder();
        foreach (var job in report.Cases.GroupBy(summary => summary.Case.Job.Id))
        {
            text.Append(job.Key).Append('\n');
            foreach (var summary in job)
            {
                var line = Line(summary, findings[summary.Case.Id]);
                var shown = line == NotMeasured ? kept.GetValueOrDefault(summary.Case.Id, line) : line;
                text.Append($"  {summary.Case.Lane.Name.PadRight(LaneWidth)} {shown}\n");
            }
        }

        return text.ToString();
    }

    private static string Line(CaseSummary summary, IEnumerable<Finding> findings) => Words.Status(summary) switch
    {
        CaseStatus.NotMeasured => NotMeasured,
        // Its reason may hold times and digests, which the failing spec shows.
        CaseStatus.Failed => "FAILED",
        _ => string.Join("; ", [Facts(summary), .. findings.Select(finding => $"{finding.Limit.Id}: {Coarse(finding.Verdict)}")]),
    };

    private static Dictionary<string, string> LinesByCase(string verified)
    {
        var lines = new Dictionary<string, string>();
        var job = "";
        foreach (var line in verified.ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0))
        {
            if (!line.StartsWith(' '))
            {
                job = line.TrimStart('\uFEFF');
                continue;
            }

            var words = line.Trim().Split(' ', 2);
            lines[$"{job}/{words[0]}"] = words.Length > 1 ? words[1].Trim() : "";
        }

        return lines;
    }

    private static string Facts(CaseSummary summary)
    {
        var frames = summary.Frames.Show(count => $"{count} frames", _ => "frames not measured");
        return IsHostFree(summary.Case.Lane)
            ? $"{frames}, {summary.OutputSize.Show(size => $"{size.Bytes} bytes", _ => "bytes not measured")}, {Quality(summary)}{Equality(summary)}"
            : frames;
    }

    // Assembly is chosen by the processor, and the number of threads by its cores: both may change what the encoder decides.
    private static bool IsHostFree(Lane lane) => lane.IsWasm || lane == Lane.NativePortable;

    // To a tenth, so that a change which nobody could see is no change of the text.
    private static string Quality(CaseSummary summary) => summary.Quality.Show(quality => $"{quality.PsnrYDb:0.0} dB, ", _ => "");

    private static string Equality(CaseSummary summary) =>
        summary.EqualsPortable.Show(equal => equal ? "equals portable" : "differs from portable", _ => "equality not measured");

    // Within and inconclusive are one: noise moves a case between them, and gating is another spec's work.
    private static string Coarse(Verdict verdict) => verdict switch
    {
        Verdict.Exceeded => "exceeded",
        Verdict.NotMeasured => "not measured",
        _ => "not exceeded",
    };
}
