using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>The decision, the numbers it rests on, and whether it agrees with the recorded one.</summary>
internal static class DecisionPart
{
    private const int MostLimits = 3;

    public static IEnumerable<PageBlock> Of(PageInput input)
    {
        var report = input.Report;
        var measured = report.Measured;
        ImmutableArray<KeyNumber> numbers = measured.Lever is { } lever ? StepsTo(lever) : NearestLimits(report);
        return
        [
            Answer(measured), .. numbers.IsEmpty ? [] : (PageBlock[])[new KeyNumbers(numbers)], .. AtAGlance(report),
            .. PicturePlaces.OfAnswer(input), .. Guidance(measured), new Paragraph(Recorded(measured, report.Decision)), .. Open(measured),
        ];
    }

    /// <summary>The decision with its reason.</summary>
    public static Lead Answer(MeasuredDecision decision) =>
        new(PageText.Strong($"{Words.Capital(decision.Answer)}.", $" Reason: {decision.Why}."));

    /// <summary>The table of <see cref="AnswerTable"/>; nothing where the run has none of its jobs.</summary>
    public static IEnumerable<PageBlock> AtAGlance(RunReport report)
    {
        var rows = AnswerTable.Rows(report);
        return rows.IsEmpty ? [] :
        [
            PageTable.Of(
                "Times native's time, with 95 % intervals",
                AnswerTable.Headers,
                rows.Select(row => row.Select(cell => new TableCell(cell)))),
            new Paragraph(AnswerTable.Legend(report)),
        ];
    }

    /// <summary>The guidance that the decision assumes: what it gains, and what it gives up.</summary>
    public static IEnumerable<PageBlock> Guidance(MeasuredDecision measured) => measured.Guidance.IsEmpty ? [] :
    [
        new Paragraph("The decision assumes that callers follow this guidance:"),
        BulletList.Of(measured.Guidance.Select(guidance =>
            PageText.Strong(guidance.Change.Title, $": {Gain(guidance)}. {guidance.Choice.Why} Drawback: "
                + Words.Uncapital(guidance.Choice.GivesUp)))),
    ];

    /// <summary>The commands that would settle what is open.</summary>
    public static IEnumerable<PageBlock> Open(MeasuredDecision measured) => measured.Settles.IsEmpty ? [] :
    [
        new Paragraph("These runs would narrow what is still open:"),
        BulletList.Of(measured.Settles.Select(text => PageText.Code(text))),
    ];

    private static string Gain(GuidanceReading guidance) => LeverGain.Main(guidance.Gains) is { } gain
        ? $"{gain.Times.Show(times => times.ToString(), reason => $"not measured ({reason})")} times as fast on {gain.From.Job.Id}"
        : "its gain was not measured";

    // The rescued limit that is exceeded the furthest: as shipped, with the guidance, with the lever; then the lever's cost.
    private static ImmutableArray<KeyNumber> StepsTo(LeverReading lever)
    {
        var effect = lever.Effects.Where(effect => effect.IsRescued).MaxBy(effect => effect.Without.LimitRatio)!;
        var costs = lever.Costs.InWords();
        var others = string.Join(", ", costs.Skip(1).Select(cost => $"{cost.What} {cost.Value}"));
        return
        [
            Step(effect.Shipped, "as shipped"),
            .. DecisionText.IsSameCase(effect.Shipped, effect.Without) ? (KeyNumber[])[] : [Step(effect.Without, "with the guidance")],
            Step(effect.With!, $"with {lever.Change.Id}"),
            new KeyNumber(
                costs[0].Value,
                $"{costs[0].What}, the cost of {lever.Change.Id}",
                $"{others}; upkeep {lever.Rating.Maintenance} of {LeverRating.Most}"),
        ];
    }

    private static KeyNumber Step(Finding finding, string when) => new(
        Observed(finding),
        $"{MetricFacts.NameOf(finding.Limit.Metric)} {when}, {finding.Limit.Bound} for {finding.Limit.Profile.Id}",
        $"{Words.Of(finding.Verdict)}{Words.Of(finding.Doubt)}: {finding.Case.Case.Id}",
        Words.ToneOf(finding.Verdict));

    // The limits nearest to being exceeded, or furthest beyond, each by its worst case. A number that several limits judge appears once.
    private static ImmutableArray<KeyNumber> NearestLimits(RunReport report) =>
    [
        .. report.Limits
            .Where(outcome => outcome.Closest is not null)
            .OrderByDescending(outcome => outcome.Closest!.LimitRatio)
            .DistinctBy(outcome => (outcome.Closest!.Case.Case.Id, outcome.Limit.Metric))
            .Take(MostLimits)
            .Select(outcome => (Worst: outcome.Closest!, outcome.Limit, Cases: outcome.Findings.Length))
            .Select(one => new KeyNumber(
                Observed(one.Worst),
                $"{MetricFacts.NameOf(one.Limit.Metric)}, {one.Limit.Bound} for {one.Limit.Profile.Id}",
                $"{Words.Of(one.Worst.Verdict)}{Words.Of(one.Worst.Doubt)}; the worst of {one.Cases}: {one.Worst.Case.Case.Id}",
                Words.ToneOf(one.Worst.Verdict))),
    ];

    private static string Observed(Finding finding) =>
        finding.Observed.Show(observed => MetricFacts.Show(finding.Limit.Metric, observed), reason => reason);

    private static PageText Recorded(MeasuredDecision measured, RecordedDecision recorded)
    {
        var word = $"{Words.Key(recorded.Outcome)}{(recorded.Lever is { } lever ? $", {lever}" : "")}";
        return recorded == RecordedDecision.None ? recorded.Rationale
            : measured.Contradicts(recorded)
            ? PageText.Strong(
                $"The recorded decision differs: {word}", $" ({recorded.Requirement}, {recorded.Date:yyyy-MM-dd}). {recorded.Rationale}")
            : $"The decision that people recorded for {recorded.Requirement} on {recorded.Date:yyyy-MM-dd} is {word}. "
                + recorded.Rationale;
    }
}
