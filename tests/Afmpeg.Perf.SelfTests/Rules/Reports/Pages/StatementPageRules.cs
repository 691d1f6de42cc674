using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class StatementPageRules
{
    private static readonly string Committed = MarkdownReport.Render(StatementPage.Of(CommittedRun.Report));

    [Fact]
    public void It_has_the_question_the_answer_what_to_change_what_that_costs_and_what_would_change_the_answer()
    {
        Committed.Should().Contain("R-AF-12").And.Contain("**go**").And.Contain("Keep the deadline by a check in host calls").And.Contain("What it costs: download")
            .And.Contain("## What would change the answer").And.Contain("Noise floor");
    }

    [Fact]
    public void It_is_a_page()
    {
        Committed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.Should().BeLessThan(900);
        Committed.Should().NotContain("Contents:");
    }

    [Fact]
    public void A_run_that_decides_nothing_says_what_would_settle_it()
    {
        var open = CommittedRun.Report with { Measured = CommittedRun.Report.Measured with { Lever = null, Guidance = [], Settles = ["afmpeg-perf run --tier full"] } };

        StatementPage.Of(open).Sections.Select(section => section.Heading).Should().Contain("What is open").And.NotContain(heading => heading.StartsWith("What to change"));
    }
}
