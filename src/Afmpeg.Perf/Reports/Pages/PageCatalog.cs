using System.Collections.Immutable;
using Afmpeg.Perf.Reports.Pages.Parts;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>What the report for people consists of. Adding a part is one file in Parts/ and its line here: every format shows it.</summary>
public static class PageCatalog
{
    private static readonly ImmutableArray<Func<PageInput, IEnumerable<PageBlock>>> FirstScreen = [DecisionPart.Of, HostPart.Of];

    private static readonly ImmutableArray<Func<PageInput, PageSection?>> Sections =
    [
        SpeedSection.Of,
        AxesSection.Of,
        TimeSection.Of,
        LeverSection.Of,
        SandboxSection.Of,
        MethodSection.Of,
        LimitsSection.Of,
        NotMeasuredSection.Of,
        LegendSection.Of,
    ];

    /// <summary>The page of a run.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The page.</returns>
    public static ReportPage Of(RunReport report) => Of(new PageInput(report, PictureCatalog.Of(report)));

    /// <summary>The page of a run with pictures that are made already.</summary>
    /// <param name="input">The run and its pictures.</param>
    /// <returns>The page; a section that the run has nothing for is left out.</returns>
    public static ReportPage Of(PageInput input) => new(
        "FFmpeg in WebAssembly against native FFmpeg",
        [.. FirstScreen.SelectMany(part => part(input))],
        [.. Sections.Select(section => section(input)).OfType<PageSection>()]);
}
