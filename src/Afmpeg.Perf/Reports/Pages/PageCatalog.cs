using Afmpeg.Perf.Reports.Pages.Parts;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>
/// The parts of the report for people, in order. To add one, write it in Parts/ and list it here: every format then shows it.
/// </summary>
public static class PageCatalog
{
    private static readonly ImmutableArray<Func<PageInput, PageSection?>> Sections =
    [
        LimitsSection.Of,
        AxesSection.OfLevers,
        SpeedSection.Of,
        AxesSection.Of,
        AxesSection.OfTime,
        SandboxSection.Of,
        MethodSection.Of,
        LimitsSection.InDetail,
        NotMeasuredSection.Of,
        LegendSection.Of,
    ];

    /// <summary>The page of a run.</summary>
    public static ReportPage Of(RunReport report) => Of(new PageInput(report, PictureCatalog.Of(report)));

    /// <summary>The page of a run whose pictures are drawn already. A section for which the run has no data is left out.</summary>
    public static ReportPage Of(PageInput input) => new(
        "FFmpeg in WebAssembly against native FFmpeg",
        [.. DecisionPart.Of(input), HostPart.Of(input.Report)],
        [.. Sections.Select(section => section(input)).OfType<PageSection>()]);
}

/// <summary>A run and its pictures, in the order in which they appear; each picture belongs to one section.</summary>
public sealed record PageInput(RunReport Report, ImmutableArray<Picture> Pictures);
