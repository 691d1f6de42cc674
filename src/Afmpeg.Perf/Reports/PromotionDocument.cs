using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Verdicts;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>
/// The document that follows from a decision, for people to finish: a go's implementation spec, or a no-go's statement that closes R-AF-12.
/// </summary>
public static class PromotionDocument
{
    private static readonly string Subject =
        $"Upstream's configuration, {Escape(MatrixDesign.ShippedLane.Name)} in one instance, exceeds these limits. FFmpeg here is the "
        + "suite's own build of version 5.1, with upstream's compiler flags. Upstream ships version 9 with its own driver; ADR 24 "
        + "(`docs/decisions/0024-ffmpeg-9-beside-5.1.md`) compares 5.1 with 9, under the suite's driver.";

    /// <summary>The name of the document's file after its number: a go's lever, or close-r-af-12; null where nothing was decided.</summary>
    public static string? SlugOf(RunReport report) => report.Measured.Outcome switch
    {
        DecisionOutcome.Go => report.Measured.Lever!.Change.Id,
        DecisionOutcome.NoGo => "close-r-af-12",
        _ => null,
    };

    /// <summary>Drafts the document as Markdown with LF line ends.</summary>
    /// <exception cref="ArgumentException">The run decides nothing.</exception>
    public static string Render(RunReport report) => report.Measured switch
    {
        { Outcome: DecisionOutcome.Go, Lever: { } lever } => Spec(report, lever),
        { Outcome: DecisionOutcome.NoGo } => Closing(report),
        _ => throw new ArgumentException("The run decides nothing", nameof(report)),
    };

    private static string Spec(RunReport report, LeverReading lever) =>
        $"""
        # {Escape(lever.Change.Title)}

        Status: draft, from the measurements of run {Escape(report.Run)}. Requirement: R-AF-12. Lever: `{lever.Change.Id}`.

        ## Problem

        {Subject}

        {Table(
            ["limit", "consumer", "bound", "case", "as shipped", "with the guidance", "with the lever"],
            lever.Effects.Where(effect => effect.Shipped.Verdict == Verdict.Exceeded || effect.Without.Verdict == Verdict.Exceeded)
                .Select(effect => (IEnumerable<string>)
            [
                effect.Shipped.Limit.Id, effect.Shipped.Limit.Profile.Id, effect.Shipped.Limit.InWords, effect.Shipped.Case.Case.Id,
                Judged(effect.Shipped), Judged(effect.Without), effect.With is { } with ? Judged(with) : "unaffected",
            ]))}
        ## Guidance to follow first

        {Guidance(report.Measured)}
        ## What the lever gains, measured

        {Table(
            ["job", "from", "to", "times as fast"],
            lever.Gains.Select(gain => (IEnumerable<string>)
            [
                gain.From.Job.Id, gain.From.Lane.Name, gain.To.Job.Id == gain.From.Job.Id ? gain.To.Lane.Name : gain.To.Id,
                gain.Times.Show(times => times.ToString(), reason => $"not measured: {reason}"),
            ]))}
        Intervals come from paired rounds on {Escape(report.Host.Machine)}. Both cases follow the guidance.
        The report also has the gain as shipped, and on top of the other levers.

        ## What the lever costs

        {Costs(lever)}
        {(lever.Change.Recipe is { } recipe ? $"## How it is built\n\n{recipe}\n\n" : "")}## Interface

        {Escape(lever.Change.Interface)}

        ## Acceptance

        With the lever implemented and the guidance followed, each case is within these limits:

        {Rescued(lever)}- Every output decodes to native-portable's frames, or the difference is measured and accepted.
        - No limit that the guidance alone meets is exceeded or in doubt.

        ## Risks

        - {Escape(lever.Change.Risk)}{Slower(lever)}
        - Some limits are assumptions, as their sources say: {Escape(Flip(report))}

        ## What would falsify it

        - A run of the full tier in which the gain's interval reaches 1, or `GoNoGoSpec` finds another decision.
        - A consumer whose number for one of these limits is met by the shipped configuration today.

        Repeat with: `afmpeg-perf run --tier full --decision --seed {report.Seed}`

        """;

    // A slower job exceeds no limit here, but its users want to know.
    private static string Slower(LeverReading lever)
    {
        var slower = lever.Gains.Where(gain => gain.Times.TryGet(out var times) && times.High < 1)
            .Select(gain => $"{gain.From.Job.Id} ({gain.Times.Show(times => times.ToString(), reason => reason)} times as fast)").ToArray();
        return slower.Length == 0 ? "" : $"\n- It makes slower: {Escape(string.Join(", ", slower))}.";
    }

    private static string Closing(RunReport report) =>
        $"""
        # R-AF-12 is closed: single-threaded WebAssembly is acceptable

        Status: closed by the measurements of run {Escape(report.Run)}, on {Escape(report.Host.Machine)}.

        {Escape(report.Measured.Sentence)}.

        ## The measurements behind this

        {Table(
            ["limit", "consumer", "bound", "case", "measured"],
            report.Findings.Where(finding => MatrixDesign.IsShipped(finding.Case.Case.Lane)).Select(finding => (IEnumerable<string>)
                [finding.Limit.Id, finding.Limit.Profile.Id, finding.Limit.InWords, finding.Case.Case.Id, Judged(finding)]))}
        ## Guidance that this assumes

        {Guidance(report.Measured)}
        ## When to reopen it

        - `GoNoGoSpec` finds another decision.
        - {Escape(Flip(report))}

        Repeat with: `afmpeg-perf run --tier {Words.Key(report.Tier)} --decision --seed {report.Seed}`

        """;

    private static string Rescued(LeverReading lever) => string.Concat(lever.Effects
        .Where(effect => effect.IsRescued).Select(effect => effect.Shipped.Limit).Distinct()
        .Select(limit => $"- `{Escape(limit.Id)}` ({Escape(limit.Where)}): {Escape(limit.InWords)}. {Escape(limit.Rationale)}.\n"));

    private static string Costs(LeverReading lever) =>
        string.Concat(lever.Costs.InWords().Select(cost => $"- {cost.What}: {Escape(cost.Value)}\n"))
        + $"- Effort to build and maintain: {lever.Rating.Maintenance} of {LeverRating.Most}. {Escape(lever.Rating.Why)}\n";

    private static string Flip(RunReport report) =>
        report.Sensitivity?.Sentence.TryGet(out var sentence) == true ? sentence : "it is not known where the decision would flip.";

    private static string Guidance(MeasuredDecision measured) => measured.Guidance.IsEmpty ? "None.\n" : Table(
        ["guidance", "job", "times as fast", "what it gives up", "why"],
        measured.Guidance.Select(guidance => (Guidance: guidance, Gain: LeverGain.Main(guidance.Gains)))
            .Select(entry => (IEnumerable<string>)
        [
            $"{entry.Guidance.Change.Title} ({entry.Guidance.Change.Id})", entry.Gain?.From.Job.Id ?? "-",
            entry.Gain?.Times.Show(times => times.ToString(), reason => $"not measured: {reason}") ?? "-", entry.Guidance.Choice.GivesUp,
                entry.Guidance.Choice.Why,
        ]));

    private static string Judged(Finding finding) =>
        $"{finding.Observed.Show(estimate => MetricFacts.Show(finding.Limit.Metric, estimate), reason => $"not measured: {reason}")}, "
            + $"{Words.Of(finding.Verdict)}";
}
