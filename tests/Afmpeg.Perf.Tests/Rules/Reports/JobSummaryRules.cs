using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Reports;

public sealed class JobSummaryRules
{
    [Fact]
    public void A_run_is_its_reports_first_screen_and_a_row_for_every_limit()
    {
        var report = new CannedRun().Report();

        var summary = JobSummary.Of(report);

        summary.Should().StartWith(MarkdownReport.FirstScreen(PageCatalog.Of(report)));
        summary.Should().Contain("| limit | consumer | bound | within | exceeded | inconclusive | not measured |");
        report.Thresholds.Limits.Should().OnlyContain(limit => summary.Contains($"| {limit.Id} | {limit.Profile.Id} |"));
        summary.Split('\n').Length.Should().BeLessThan(60, "it is one screen or two");
    }

    [Fact]
    public void A_comparison_tells_every_case_that_is_not_the_same()
    {
        var before = new CannedExtract("before").Make();
        var after = CannedExtract.With(new CannedExtract("after") { Slowdown = 1.3 }.Make(), 5, entry => entry with { Frames = 7 });

        var summary = JobSummary.Of(RunComparison.Of(before, after));

        summary.Should().StartWith("# Something is slower, or differs").And.Contain("1 slower").And.Contain($"| {CannedExtract.Id(0)} | slower |").And.Contain("frames 90 -");
        summary.Should().NotContain(" | same | +");
    }

    [Fact]
    public void A_comparison_without_a_regression_says_so()
    {
        var extract = new CannedExtract("before").Make();

        JobSummary.Of(RunComparison.Of(extract, extract)).Should().StartWith("# Nothing was shown to be slower");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var before = new CannedExtract("before").Make();
        var hostile = CannedExtract.With(before, 2, entry => entry with { Failed = true, Ratios = [], Reason = CannedRun.HostileText });

        JobSummary.Of(RunComparison.Of(before, hostile)).Should().NotContain("<img").And.Contain("&lt;img");
    }
}
