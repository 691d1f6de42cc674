using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class PageAnchorsRules
{
    [Theory]
    [InlineData("How fast", "how-fast")]
    [InlineData("What was not measured, and why", "what-was-not-measured-and-why")]
    [InlineData("Where a transcode's time goes", "where-a-transcodes-time-goes")]
    [InlineData("export_multiple-1", "export_multiple-1")]
    [InlineData("Füße (電影)", "füße-電影")]
    [InlineData("<img src=x>", "img-srcx")]
    public void An_anchor_is_what_GitHub_makes_of_the_heading(string heading, string expected) => Of(heading).Should().Equal(expected);

    [Fact]
    public void Equal_headings_have_anchors_of_their_own() => Of("a", "A", "a-1", "a").Should().Equal("a", "a-1", "a-1-1", "a-2");

    [Fact]
    public void The_title_has_one_too() => Of("Title").Should().Equal("title-1");

    [Fact]
    public void A_heading_without_a_letter_has_one_all_the_same() => Of("???", "!").Should().Equal("section", "section-1");

    [Fact]
    public void Sections_that_say_the_same_are_two()
    {
        var inner = new PageSection("a", []);
        var page = new ReportPage("Title", [], [new PageSection("a", [inner]), new PageSection("a", [])]);
        var anchors = new PageAnchors(page);

        new[] { page.Sections[0], inner, page.Sections[1] }.Select(anchors.Of).Should().Equal("a", "a-1", "a-2");
    }

    private static IEnumerable<string> Of(params string[] headings)
    {
        var page = new ReportPage("Title", [], [.. headings.Select(heading => new PageSection(heading, []))]);
        var anchors = new PageAnchors(page);
        return page.Sections.Select(anchors.Of);
    }
}
