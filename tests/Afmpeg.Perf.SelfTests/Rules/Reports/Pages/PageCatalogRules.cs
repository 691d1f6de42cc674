using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class PageCatalogRules
{
    private static readonly string Statement = MarkdownReport.Render(StatementPage.Of(CommittedRun.Report));

    private readonly RunReport report = new CannedRun().Report();

    [Fact]
    public void A_page_shows_findings_then_method_then_what_is_missing() =>
        PageCatalog.Of(report).Sections.Select(section => section.Heading).Should().Equal(
        "Limits", "How fast", "What each axis says", "Where the time goes", "What the sandbox holds", "How it was measured",
        "The limits, case by case",
        "What was not measured, and why",
        "What the columns mean");

    [Fact]
    public void The_time_axes_have_their_own_section()
    {
        var page = PageCatalog.Of(report with
        {
            Axes = [CannedAxis.Table with { Id = "time-split" },
            CannedAxis.Table with { Id = "reel", Title = "A reel" }]
        });

        page.Sections.Single(section => section.Heading == "Where the time goes").Sections.Select(section => section.Heading)
            .Should().Equal("Made-up axis", "A reel");
        page.Sections.Should().NotContain(section => section.Heading == "What each axis says");
    }

    [Theory]
    [InlineData("made-up", "Made-up axis")]
    [InlineData("made-up-2", "Made-up axis")]
    [InlineData("made-up-transcode", "Made-up axis")]
    [InlineData("multiples-transcode", "How fast")]
    [InlineData("waterfall", "Where the time goes")]
    public void A_picture_is_in_the_one_section_that_its_id_names(string id, string heading)
    {
        var page = PageCatalog.Of(new PageInput(report, [CannedPicture.Of(id)]));

        page.AllBlocks.OfType<PageSection>().Where(section => section.Blocks.OfType<PictureBlock>().Any())
            .Select(section => section.Heading).Should().Equal(heading);
        page.FirstScreen.Should().NotContain(block => block is PictureBlock);
    }

    [Theory]
    [InlineData("made-upon")]
    [InlineData("anything-else")]
    public void A_picture_without_a_section_belongs_to_the_answer_and_to_no_job_summary(string id)
    {
        var page = PageCatalog.Of(new PageInput(report, [CannedPicture.Of(id)]));

        page.FirstScreen.OfType<PictureBlock>().Should().ContainSingle().Which.Picture.Id.Should().Be(id);
        MarkdownReport.Render(page).Should().Contain($"pictures/{id}.svg");
        MarkdownReport.FirstScreen(page).Should().NotContain("pictures/");
    }

    [Fact]
    public void Every_picture_of_the_committed_run_appears_once() => PageCatalog.Of(CommittedRun.Report).AllBlocks.OfType<PictureBlock>()
        .Select(block => block.Picture.Id).Should().BeEquivalentTo(PictureCatalog.Of(CommittedRun.Report).Select(picture => picture.Id));

    [Fact]
    public void Each_workload_has_a_section_with_a_table_for_each_of_its_jobs()
    {
        var speed = PageCatalog.Of(CommittedRun.Report).Sections.Single(section => section.Heading == "How fast");

        speed.Sections.Select(section => section.Heading)
            .Should().Equal(CommittedRun.Report.Cases.Select(summary => summary.Case.Job.Workload).Distinct());
        speed.Sections.SelectMany(section => section.Sections).Should()
            .HaveCount(CommittedRun.Report.Cases.Select(summary => summary.Case.Job.Id).Distinct().Count());
    }

    [Fact]
    public void Only_a_case_that_is_not_within_its_limit_shows_its_evidence()
    {
        var limits = Rendered.Markdown(report).Split("## The limits, case by case\n")[1].Split("\n## ")[0];

        limits.Should().Contain("** Judged by hand: exceeded.").And.NotContain("Judged by hand: within.");
    }

    [Fact]
    public void The_short_page_has_under_4000_words_and_keeps_every_picture_and_axis()
    {
        var whole = PageCatalog.Of(CommittedRun.Report);
        var page = whole.InShort("appendix.md");

        Regex.Count(MarkdownReport.Render(page), @"\S+").Should().BeLessThan(4_000);
        page.AllBlocks.OfType<PictureBlock>().Select(block => block.Picture)
            .Should().Equal(whole.AllBlocks.OfType<PictureBlock>().Select(block => block.Picture));
        page.AllBlocks.OfType<PictureBlock>().Should().OnlyContain(block => block.Words == block.Picture.Title, "tables have the numbers");
        page.AllBlocks.OfType<PageSection>().Select(section => section.Heading)
            .Should().Contain(CommittedRun.Report.Axes.Select(axis => axis.Title))
            .And.NotContain("What the columns mean");
        whole.AllBlocks.OfType<PageSection>().Select(section => section.Heading).Should().Contain("What the columns mean");
        page.Sections[^1].Heading.Should().Be("The rest");
    }

    [Fact]
    public void Disturbances_are_on_the_first_screen_and_every_remark_is_in_the_appendix_and_in_json()
    {
        var noisy = report with
        {
            HostNoise = Reading<HostNoise>.Of(new HostNoise(
                [new HostRemark("turbo", "off"), new HostRemark("load", "3 on 2 cores", "end <other> work", IsDisturbing: true)],
                [new HostRemark("steal time", "9 %", IsDisturbing: true)])),
        };

        var text = Rendered.Markdown(noisy);

        text.Split("## Limits")[0].Should()
            .Contain("  - at the start, load: 3 on 2 cores. Remedy: end &lt;other&gt; work\n  - during the run, steal time: 9 %\n")
            .And.NotContain("turbo");
        text.Should().Contain("| turbo | at the start | off | no |  |").And.Contain("| steal time | during the run | 9 % | yes |  |");
        var json = Rendered.Json(noisy)["hostAccount"]!["value"]!;
        ((string)json["before"]![1]!["remedy"]!, (bool)json["before"]![1]!["isDisturbing"]!).Should().Be(("end <other> work", true));
        json["during"]![0]!["remedy"].Should().BeNull();
    }

    [Fact]
    public void A_quiet_host_and_an_unknown_one_differ()
    {
        var quiet = report with { HostNoise = Reading<HostNoise>.Of(new HostNoise([new HostRemark("turbo", "off")], [])) };

        Rendered.Markdown(quiet).Should().Contain("- Disturbed by: nothing");
        Rendered.Markdown(report).Should().Contain("- Disturbed by: not measured (");
        ((string)Rendered.Json(report)["hostAccount"]!["reason"]!).Should().NotBeEmpty();
    }

    [Fact]
    public void The_statement_has_the_answer_what_to_change_its_cost_and_what_would_change_the_answer_on_one_page()
    {
        Statement.Should().Contain("R-AF-12").And.Contain("**Go: too slow as shipped; first check the deadline in host calls")
            .And.Contain("Costs: download ")
            .And.Contain("## What would change the answer").And.Contain("more cores help only native: at more than ")
            .And.Contain("Noise floor").And.NotContain("Contents:");
        Statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.Should().BeLessThan(1_000);
    }

    [Fact]
    public void The_statement_of_a_run_that_decides_nothing_says_what_would_settle_it()
    {
        var measured = CommittedRun.Report.Measured with { Lever = null, Guidance = [], Settles = ["afmpeg-perf run --tier full"] };

        StatementPage.Of(CommittedRun.Report with { Measured = measured }).Sections.Select(section => section.Heading)
            .Should().Contain("What is still open").And.NotContain(heading => heading.StartsWith("What to change"));
    }
}
