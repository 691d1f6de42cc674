using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports.Pages.Parts;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>
/// The answer to R-AF-12 on one page, ready to send to the module's maintainer: the question, the finding, what to change first, what that
/// costs, and what would change the answer.
/// </summary>
public static class StatementPage
{
    /// <summary>The page of a run. Where the run decides nothing, it says what would settle the question.</summary>
    public static ReportPage Of(RunReport report) => new(
        "R-AF-12: is FFmpeg in WebAssembly fast enough, and what to change first",
        [
            new Paragraph(
                "The question (requirement R-AF-12): is FFmpeg as afmpeg ships it fast enough for its users? If not, what should be "
                + $"changed first? \"As shipped\" is {MatrixDesign.ShippedLane.Name}: FFmpeg compiled with afmpeg's flags, in the wazero "
                + "that afmpeg embeds, with its check for a cancelled context. FFmpeg here is the suite's own build, on one instance."),
            DecisionPart.Answer(report.Measured),
        ],
        [
            new PageSection("What was found", [.. DecisionPart.AtAGlance(report), new Paragraph(report.Decision.Rationale)]),
            .. Changes(report.Measured),
            .. Doubts(report),
            new PageSection(
                "How it was measured",
                [
                    HostPart.Of(report),
                    new Paragraph(PageText.Code(
                        "afmpeg-perf run --tier full", " repeats the run. The report in the same folder has every number and the method.")),
                ]),
        ])
    {
        IsShort = true,
    };

    private static IEnumerable<PageSection> Changes(MeasuredDecision measured)
    {
        const string first = "What to change first";
        if (!measured.Guidance.IsEmpty)
        {
            yield return new PageSection(first, [.. DecisionPart.Guidance(measured)]);
        }

        if (measured.Lever is { } lever)
        {
            yield return new PageSection(
                measured.Guidance.IsEmpty ? first : "What to change next",
                [
                    new Paragraph(PageText.Strong(lever.Change.Title)),
                    BulletList.Of(
                        $"Costs: {string.Join(", ", lever.Costs.InWords().Select(cost => $"{cost.What} {cost.Value}"))}.",
                        $"Effort to build and maintain: {lever.Rating.Maintenance} of {LeverRating.Most}. {lever.Rating.Why}"),
                ]);
        }
    }

    // Which limits nobody but this suite stands for.
    private static Paragraph Assumed(RunReport report)
    {
        var assumed = report.Limits.Where(outcome => outcome.Limit.Basis == LimitBasis.Assumed)
            .Where(outcome => report.Measured.Exceeded.Contains(outcome.Limit.Id))
            .Select(outcome => $"{outcome.Limit.Id} ({outcome.Limit.Rationale})").ToArray();
        return new Paragraph(assumed.Length == 0 ? "No limit that is exceeded is an assumption of this suite."
            : $"Assumptions of this suite, until a consumer names a number: {string.Join("; ", assumed)}.");
    }

    private static IEnumerable<PageSection> Doubts(RunReport report)
    {
        if (report.Sensitivity is { } flips)
        {
            IEnumerable<PageBlock> cores = report.Cores is { } table ? [AxesSection.Sentence(table)] : [];
            yield return new PageSection("What would change the answer", [AxesSection.Sentence(flips), .. cores, Assumed(report)]);
        }

        if (!report.Measured.Settles.IsEmpty)
        {
            yield return new PageSection("What is still open", [.. DecisionPart.Open(report.Measured)]);
        }
    }
}
