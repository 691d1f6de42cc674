using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports.Pages.Parts;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>
/// The answer to R-AF-12 on a page of its own, to be sent to the module's maintainer as it is: the question, what was found, what to change first, what that
/// costs, and what would change the answer.
/// </summary>
public static class StatementPage
{
    /// <summary>The page of a run.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The page; where the run decides nothing, it says what would settle it.</returns>
    public static ReportPage Of(RunReport report)
    {
        var input = new PageInput(report, []);
        return new ReportPage(
            "R-AF-12: is FFmpeg in WebAssembly fast enough, and what to change first",
            [
                new Paragraph($"The question: does what afmpeg ships ({MatrixDesign.ShippedLane.Name}, one instance) meet the limits of its users, and if it does not, which one change comes first?"),
                DecisionPart.Answer(report.Measured),
            ],
            [
                new PageSection("What was found", [.. AnswerPart.Of(input), new Paragraph(report.Decision.Rationale)]),
                .. Changes(report.Measured),
                .. Doubts(report, input),
                new PageSection("How it was measured", [.. HostPart.Of(input), new Paragraph(PageText.Code("afmpeg-perf run --tier full", " repeats it. The report beside this file has every number and its method."))]),
            ])
        { IsShort = true };
    }

    private static IEnumerable<PageSection> Changes(MeasuredDecision measured)
    {
        if (!measured.Guidance.IsEmpty)
        {
            yield return new PageSection("What to change first", [.. DecisionPart.Guidance(measured)]);
        }

        if (measured.Lever is { } lever)
        {
            yield return new PageSection(
                measured.Guidance.IsEmpty ? "What to change first" : "What to change next",
                [
                    new Paragraph(PageText.Strong(lever.Lever.Title)),
                    BulletList.Of(
                    [
                        .. lever.Costs.InWords().Select(cost => (PageText)$"What it costs: {cost.What} {cost.Value}"),
                        $"To make and to keep: {lever.Rating.Maintenance} of {LeverRating.Most}. {lever.Rating.Why}",
                    ]),
                ]);
        }
    }

    private static IEnumerable<PageSection> Doubts(RunReport report, PageInput input)
    {
        if (report.Sensitivity is { } flips)
        {
            yield return new PageSection("What would change the answer", [.. AxesSection.Axis(flips, input).Blocks.Where(block => !block.IsDetail)]);
        }

        if (!report.Measured.Settles.IsEmpty)
        {
            yield return new PageSection("What is open", [.. DecisionPart.Open(report.Measured)]);
        }
    }
}
