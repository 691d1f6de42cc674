using System.Text.RegularExpressions;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class PageCatalogRules
{
    private readonly RunReport report = new CannedRun().Report();

    [Fact]
    public void A_page_tells_what_was_found_then_how_then_what_is_missing() => PageCatalog.Of(report).Sections.Select(section => section.Heading).Should().Equal(
        "How fast", "What each axis says", "Where the time goes", "What the sandbox holds", "How it was measured", "Limits", "What was not measured, and why", "What the columns mean");

    [Fact]
    public void The_axes_of_time_are_told_where_the_time_goes()
    {
        var page = PageCatalog.Of(report with { Axes = [CannedAxis.Table with { Id = "time-split" }, CannedAxis.Table with { Id = "reel", Title = "A reel" }] });

        page.Sections.Single(section => section.Heading == "Where the time goes").Sections.Select(section => section.Heading).Should().Equal("Made-up axis", "A reel");
        page.Sections.Should().NotContain(section => section.Heading == "What each axis says");
    }

    [Theory]
    [InlineData("made-up", "Made-up axis")]
    [InlineData("made-up-2", "Made-up axis")]
    [InlineData("made-up-transcode", "Made-up axis")]
    [InlineData("multiples-transcode", "transcode")]
    [InlineData("waterfall", "Where the time goes")]
    [InlineData("made-upon", "How fast")]
    [InlineData("anything-else", "How fast")]
    public void A_picture_stands_in_the_one_section_that_it_is_of(string id, string heading)
    {
        var page = PageCatalog.Of(new PageInput(report, [CannedPicture.Of(id)]));

        page.AllBlocks.OfType<PageSection>().Where(section => section.Blocks.OfType<PictureBlock>().Any()).Select(section => section.Heading).Should().Equal(heading);
    }

    [Fact]
    public void Every_picture_of_the_committed_run_stands_in_it_once() => PageCatalog.Of(CommittedRun.Report).AllBlocks.OfType<PictureBlock>()
        .Select(block => block.Picture.Id).Should().BeEquivalentTo(PictureCatalog.Of(CommittedRun.Report).Select(picture => picture.Id));

    [Fact]
    public void Each_workload_has_a_section_with_a_table_for_each_of_its_jobs()
    {
        var speed = PageCatalog.Of(CommittedRun.Report).Sections[0];

        speed.Sections.Select(section => section.Heading).Should().Equal(CommittedRun.Report.Cases.Select(summary => summary.Case.Job.Workload).Distinct());
        speed.Sections.SelectMany(section => section.Sections).Should().HaveCount(CommittedRun.Report.Cases.Select(summary => summary.Case.Job.Id).Distinct().Count());
    }

    [Fact]
    public void What_is_not_within_a_limit_is_told_with_its_evidence_and_what_is_within_is_not()
    {
        var limits = Rendered.Markdown(report).Split("## Limits\n")[1].Split("\n## ")[0];

        limits.Should().Contain("** Judged by hand: exceeded.").And.NotContain("Judged by hand: within.");
    }

    [Fact]
    public void The_short_page_can_be_read_at_a_sitting_and_keeps_every_picture_and_axis()
    {
        var whole = PageCatalog.Of(CommittedRun.Report);
        var page = whole.InShort("appendix.md");

        // Without what pictures say to readers who do not see them.
        var text = Regex.Replace(MarkdownReport.Render(page), @"!\[(\\.|[^\]])*\]", "", RegexOptions.ExplicitCapture);
        Regex.Count(text, @"\S+").Should().BeLessThan(4_000);
        page.AllBlocks.OfType<PictureBlock>().Should().Equal(whole.AllBlocks.OfType<PictureBlock>());
        page.AllBlocks.OfType<PageSection>().Select(section => section.Heading).Should().Contain(CommittedRun.Report.Axes.Select(axis => axis.Title));
        whole.AllBlocks.OfType<PageSection>().Select(section => section.Heading).Should().Contain("What the columns mean");
        page.Sections[^1].Heading.Should().Be("The rest");
    }
}
