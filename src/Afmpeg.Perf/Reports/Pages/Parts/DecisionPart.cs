using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What the investigation exists for: how the requirement is decided.</summary>
internal static class DecisionPart
{
    public static IEnumerable<PageBlock> Of(PageInput input) => [new Lead(Text(input.Report.Decision))];

    private static PageText Text(RecordedDecision decision) => PageText.Strong(
        $"{decision.Requirement}: {Words.Key(decision.Outcome)}",
        $"{(decision.Lever is null ? "" : $", lever {decision.Lever}")} (recorded {decision.Date:yyyy-MM-dd}). {decision.Rationale}");
}
