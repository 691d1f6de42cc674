using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class JobSummaryRules
{
    [Fact]
    public void A_run_shows_its_reports_first_screen_and_a_row_for_every_limit()
    {
        var report = new CannedRun().Report();

        var summary = JobSummary.Of(report);

        summary.Should().StartWith(MarkdownReport.FirstScreen(PageCatalog.Of(report)));
        summary.Should().Contain("| limit | consumer | bound | within | exceeded | inconclusive | not measured |");
        report.Thresholds.Limits.Should().OnlyContain(limit => summary.Contains($"| {limit.Id} | {limit.Profile.Id} |"));
        summary.Split('\n').Length.Should().BeLessThan(60, "it is one screen or two");
    }

    [Fact]
    public void A_comparison_lists_everything_that_differs()
    {
        var before = new CannedSnapshot("before").Make();
        var after = CannedSnapshot.With(new CannedSnapshot("after").Make(), 5, entry => entry with { Frames = 7 });

        JobSummary.Of(RunComparison.Of(before, after)).Should().StartWith("# Something differs")
            .And.Contain($"| {CannedSnapshot.Id(5)} | frames 90 -").And.NotContain(CannedSnapshot.Id(4));
        JobSummary.Of(RunComparison.Of(before, before)).Should().StartWith("# No differences");
    }

    [Fact]
    public void Each_pair_is_listed_with_its_verdict()
    {
        var report = new PairReport("2 cores", "windows.jsonl",
            [CannedWindows.Compared(1.1, 0.001, 8), CannedWindows.Compared(1, 0.001, 8)]);

        JobSummary.Of(report).Should().StartWith("# Something is slower, or differs").And.Contain("1 slower, 1 same, 0 with another output")
            .And.Contain("| slower |").And.Contain("| same |");
        JobSummary.Of(report with { Pairs = report.Pairs[1..] }).Should().StartWith("# Nothing was shown to be slower");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var before = new CannedSnapshot("before").Make();
        var hostile = CannedSnapshot.With(before, 2, entry => entry with { Failure = CannedRun.HostileText });

        JobSummary.Of(RunComparison.Of(before, hostile)).Should().NotContain("<img").And.Contain("&lt;img");
    }
}
