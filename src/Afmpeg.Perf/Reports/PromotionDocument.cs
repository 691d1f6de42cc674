using System.Text;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>What follows from a decision, as a document for people to finish: a go's implementation spec, or the statement with which a no-go closes R-AF-12.</summary>
public static class PromotionDocument
{
    /// <summary>The name of the document's file behind its number.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The lever of a go; what a no-go does; null where nothing was decided.</returns>
    public static string? SlugOf(RunReport report) => report.Measured.Outcome switch
    {
        DecisionOutcome.Go => report.Measured.Lever!.Lever.Id,
        DecisionOutcome.NoGo => "close-r-af-12",
        _ => null,
    };

    /// <summary>Drafts the document.</summary>
    /// <param name="report">A run that decides.</param>
    /// <returns>Markdown, lines ending in LF.</returns>
    /// <exception cref="ArgumentException">The run decides nothing.</exception>
    public static string Render(RunReport report) => report.Measured switch
    {
        { Outcome: DecisionOutcome.Go, Lever: { } lever } => Spec(report, lever),
        { Outcome: DecisionOutcome.NoGo } => Closing(report),
        _ => throw new ArgumentException("The run decides nothing", nameof(report)),
    };

    private static string Spec(RunReport report, LeverReading lever) =>
        $"""
        # {Escape(lever.Lever.Title)}

        Status: draft, made of the measurements of run {Escape(report.Run)}. Requirement: R-AF-12. Lever: `{lever.Lever.Id}`.

        ## Problem

        What upstream ships today, {Escape(MatrixDesign.ShippedLane.Name)} in one instance, exceeds limits that consumers can accept:

        {Table(
            ["limit", "consumer", "bound", "case", "today", "with the lever"],
            lever.Effects.Where(effect => effect.Today.Verdict == Verdict.Exceeded).Select(effect => (IEnumerable<string>)
            [
                effect.Today.Limit.Id, effect.Today.Limit.Profile.Id, Bound(effect.Today.Limit), effect.Today.Case.Case.Id,
                Observed(effect.Today), effect.With is { } with ? $"{Observed(with)}, {Words.Of(with.Verdict)}" : "it has no bearing on it",
            ]))}
        ## What it gains, measured

        {Table(
            ["job", "from", "to", "times as fast"],
            lever.Alone.Select(gain => (IEnumerable<string>)
            [
                gain.From.Job.Id, gain.From.Lane.Name, gain.To.Job.Id == gain.From.Job.Id ? gain.To.Lane.Name : gain.To.Id,
                gain.Times.Show(times => times.ToString(), reason => $"not measured: {reason}"),
            ]))}
        Intervals are of paired rounds on {Escape(report.Host.Machine)}. What it adds where the other levers are in place stands in the report's lever board.

        ## What it costs

        {Costs(lever)}
        ## Interface

        {Escape(lever.Lever.Interface)}

        ## Acceptance

        Implemented, the suite measures the shipped configuration with the lever, and each of these limits is within:

        {string.Concat(lever.Effects.Where(effect => effect.IsRescued).Select(effect => effect.Today.Limit).Distinct()
            .Select(limit => $"- `{Escape(limit.Id)}` ({Escape(limit.Where)}): {Escape(Bound(limit))}. {Escape(limit.Rationale)}.\n"))}- Every output decodes to the frames of native-portable's, or the difference is measured and agreed to.
        - No limit that is within today is exceeded.

        ## Risks

        - {Escape(lever.Lever.Risk)}{Slower(lever)}
        - The limits' numbers are assumptions where their source says so: {Escape(Flip(report))}

        ## What would falsify it

        - A run of the full tier in which the gain's interval reaches 1, or `GoNoGoSpec` finds another decision.
        - A consumer whose number for one of these limits lies beyond what the shipped configuration does today.

        Again: `afmpeg-perf run --tier full --decision --seed {report.Seed}`

        """;

    // What it makes slower is no limit's matter where none is broken, but it is told.
    private static string Slower(LeverReading lever)
    {
        var slower = lever.Alone.Where(gain => gain.Times.TryGet(out var times) && times.High < 1)
            .Select(gain => $"{gain.From.Job.Id} ({gain.Times.Show(times => times.ToString(), reason => reason)} times as fast)").ToArray();
        return slower.Length == 0 ? "" : $"\n- It makes slower: {Escape(string.Join(", ", slower))}.";
    }

    private static string Closing(RunReport report) =>
        $"""
        # R-AF-12 is closed: single-threaded WebAssembly is acceptable

        Status: closed by the measurements of run {Escape(report.Run)}, on {Escape(report.Host.Machine)}.

        {Escape(report.Measured.Sentence)}.

        ## The measurements that are the reason

        {Table(
            ["limit", "consumer", "bound", "case", "measured"],
            report.Findings.Where(finding => MatrixDesign.IsShipped(finding.Case.Case.Lane)).Select(finding => (IEnumerable<string>)
                [finding.Limit.Id, finding.Limit.Profile.Id, Bound(finding.Limit), finding.Case.Case.Id, Observed(finding)]))}
        ## When to open it again

        - `GoNoGoSpec` finds another decision.
        - {Escape(Flip(report))}

        Again: `afmpeg-perf run --tier {Words.Key(report.Tier)} --decision --seed {report.Seed}`

        """;

    private static string Costs(LeverReading lever)
    {
        var text = new StringBuilder();
        foreach (var (what, value) in LeverTable.CostsOf(lever))
        {
            text.Append($"- {what}: {Escape(value)}\n");
        }

        return text.Append($"- To make and to keep: {lever.Rating.Maintenance} of {LeverRating.Most}. {Escape(lever.Rating.Why)}\n").ToString();
    }

    private static string Bound(Limit limit) => $"{MetricFacts.NameOf(limit.Metric)} {limit.Bound}";

    private static string Flip(RunReport report) => report.Sensitivity?.Sentence.TryGet(out var sentence) == true ? sentence : "where it would flip is not known.";

    private static string Observed(Finding finding) =>
        finding.Observed.Show(estimate => MetricFacts.Show(finding.Limit.Metric, estimate), reason => $"not measured: {reason}");
}
