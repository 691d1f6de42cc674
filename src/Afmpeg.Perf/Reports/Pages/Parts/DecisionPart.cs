using System.Collections.Immutable;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What the investigation exists for: how the requirement is decided, the numbers that carry it, and whether that is what people recorded.</summary>
internal static class DecisionPart
{
    public static IEnumerable<PageBlock> Of(PageInput input)
    {
        var (measured, recorded) = (input.Report.Measured, input.Report.Decision);
        var numbers = measured.Lever is { } lever ? [new KeyNumbers(Carrying(lever))] : NearestLimits.Of(input);
        return [Answer(measured), .. numbers, .. AnswerPart.Of(input), .. Guidance(measured), new Paragraph(Recorded(measured, recorded)),
            .. Open(measured)];
    }

    /// <summary>The decision with its reason.</summary>
    public static Lead Answer(MeasuredDecision decision)
    {
        var parts = decision.Sentence.Split(": ", 2);
        return new Lead(PageText.Strong(parts[0], $": {parts[^1]}."));
    }

    /// <summary>The guidance in place: what it gains, and what it gives up.</summary>
    public static IEnumerable<PageBlock> Guidance(MeasuredDecision measured) => measured.Guidance.IsEmpty ? [] :
    [
        new Paragraph("Guidance that the decision takes as followed:"),
        new BulletList([.. measured.Guidance.Select(guidance => new BulletItem(
            PageText.Strong(guidance.Change.Title, $": {Gain(guidance)}. What it gives up: {guidance.Choice.GivesUp}")))]),
    ];

    private static string Gain(GuidanceReading guidance) => LeverGain.Main(guidance.Gains) is { } gain
        ? $"{gain.Times.Show(times => times.ToString(), reason => $"not measured ({reason})")} times as fast on {gain.From.Job.Id}"
        : "its gain was not measured";

    // The limit that is exceeded the furthest: as shipped, with the guidance, with the lever, and what the lever costs.
    private static ImmutableArray<KeyNumber> Carrying(LeverReading lever)
    {
        var effect = lever.Effects.Where(effect => effect.IsRescued).MaxBy(effect => DecisionText.Pressure(effect.Without))!;
        var costs = lever.Costs.InWords();
        return
        [
            Number(effect.Shipped, "as shipped"),
            .. DecisionText.IsSameCase(effect.Shipped, effect.Without) ? (KeyNumber[])[] : [Number(effect.Without, "with the guidance")],
            Number(effect.With!, $"with {lever.Lever.Id}"),
            new KeyNumber(
                costs[0].Value,
                $"{costs[0].What}: what {lever.Lever.Id} costs",
                $"{string.Join(", ", costs.Skip(1).Select(cost => $"{cost.What} {cost.Value}"))}; upkeep {lever.Rating.Maintenance} of {LeverRating.Most}"),
        ];
    }

    private static KeyNumber Number(Finding finding, string when) => new(
        finding.Observed.Show(observed => MetricFacts.Show(finding.Limit.Metric, observed), reason => reason),
        $"{MetricFacts.NameOf(finding.Limit.Metric)} {when}, {finding.Limit.Bound} for {finding.Limit.Profile.Id}",
        $"{Words.Of(finding.Verdict)}{Words.Of(finding.Doubt)}: {finding.Case.Case.Id}",
        Tones.Of(finding.Verdict));

    private static PageText Recorded(MeasuredDecision measured, RecordedDecision recorded)
    {
        var word = $"{Words.Key(recorded.Outcome)}{(recorded.Lever is { } lever ? $", {lever}" : "")}";
        return measured.Contradicts(recorded)
            ? PageText.Strong($"Recorded is another decision: {word}", $" ({recorded.Requirement}, {recorded.Date:yyyy-MM-dd}). {recorded.Rationale}")
            : $"Recorded for {recorded.Requirement} on {recorded.Date:yyyy-MM-dd}: {word}. {recorded.Rationale}";
    }

    /// <summary>What would settle what is open.</summary>
    public static IEnumerable<PageBlock> Open(MeasuredDecision measured) =>
        measured.Settles.IsEmpty ? [] : [new Paragraph("What would settle it, or make it firmer:"), BulletList.Of(measured.Settles.Select(text => PageText.Code(text)))];
}
