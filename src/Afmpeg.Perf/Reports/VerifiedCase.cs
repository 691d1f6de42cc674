using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports;

/// <summary>Makes a case's line of the verified table: what this run knows, and the verified part where it does not.</summary>
/// <param name="TakesNumbers">Whether the table's numbers are of this run's host.</param>
/// <param name="KeepsNumbers">Whether the numbers that are there are of the table's host.</param>
/// <param name="Tolerance">How far a multiple's interval is widened, as a fraction.</param>
internal sealed record VerifiedCase(bool TakesNumbers, bool KeepsNumbers, double Tolerance)
{
    /// <summary>Whether this run's numbers replace those that are there even if they agree: people accept the run.</summary>
    public bool Renews { get; init; }

    private const string NotMeasured = "not measured";

    private const double ShortestSeconds = 0.05;

    /// <summary>The line.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="findings">Its findings, in the limits' order.</param>
    /// <param name="verified">The verified line; null where there is none.</param>
    /// <returns>The text behind the lane's name.</returns>
    public string Line(CaseSummary summary, IEnumerable<Finding> findings, string? verified)
    {
        var kept = verified is null ? VerifiedLine.None : VerifiedLine.Parse(verified);
        return Words.Status(summary) switch
        {
            CaseStatus.NotMeasured when verified is null => NotMeasured,
            CaseStatus.NotMeasured => (KeepsNumbers || kept.Multiple is null ? kept : kept with { Multiple = VerifiedLine.NoMultiple }).ToString(),
            // Its reason may hold times and digests, which the failing spec shows.
            CaseStatus.Failed => "FAILED",
            _ => new VerifiedLine(
                Facts(summary, kept),
                summary.Case.Lane.IsWasm ? Multiple(summary, kept) : null,
                [.. findings.Select(finding => (finding.Limit.Id, Word(finding, kept.Word(finding.Limit.Id))))]).ToString(),
        };
    }

    private static ImmutableArray<string> Facts(CaseSummary summary, VerifiedLine kept)
    {
        var job = summary.Case.Job;
        var frames = summary.Frames.Show(count => CountText.Of(count, "frame"), _ => kept.Fact("frame") ?? "frames not measured");
        if (!summary.Case.Lane.IsHostFree)
        {
            return [frames];
        }

        var bytes = job.OutputFile is null ? null : kept.Fact("byte");
        // To a tenth, so that a change which nobody could see is no change of the text.
        var quality = summary.Quality.Show(known => $"{known.PsnrYDb:0.0} dB", _ => job.Setting.IsLossy ? kept.Fact("dB") ?? "" : "");
        return
        [
            frames,
            summary.OutputSize.Show(size => CountText.Of(size.Bytes, "byte"), _ => bytes ?? "bytes not measured"),
            .. quality.Length > 0 ? (string[])[quality] : [],
            summary.EqualsPortable.Show(
                equal => equal ? "equals portable" : "differs from portable", _ => kept.Fact("portable") ?? "equality to portable not measured"),
        ];
    }

    private string Multiple(CaseSummary summary, VerifiedLine kept)
    {
        var old = KeepsNumbers ? kept : kept with { Multiple = null };
        return TakesNumbers && summary.NativeMultiple.TryGet(out var now) && (Renews || old.IsLeftBy(now, IsTooShort(summary, now) ? double.PositiveInfinity : Tolerance))
            ? VerifiedLine.Show(now)
            : old.Multiple ?? VerifiedLine.NoMultiple;
    }

    // Native ends in some ten milliseconds there: what the machine does within them differs from run to run by more than any interval tells.
    private static bool IsTooShort(CaseSummary summary, Estimate multiple) =>
        !summary.ExecuteSeconds.IsEmpty && summary.ExecuteSeconds.Average() / multiple.Value < ShortestSeconds;

    // A limit that this run could not judge, for its budget or its host's noise, says nothing new. Where it never was judged, inconclusive is
    // no alarm.
    private static string Word(Finding finding, string? verified) => finding.Verdict switch
    {
        Verdict.Exceeded => "exceeded",
        Verdict.Within => "not exceeded",
        _ when !string.IsNullOrEmpty(verified) => verified,
        Verdict.Inconclusive => "not exceeded",
        _ => NotMeasured,
    };
}
