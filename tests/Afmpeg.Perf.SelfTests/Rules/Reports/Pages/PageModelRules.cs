using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

/// <summary>What every format relies on: anchors, the column that names a table's rows, and text without invisible characters.</summary>
public sealed class PageModelRules
{
    [Theory]
    [InlineData("How fast", "how-fast")]
    [InlineData("What was not measured, and why", "what-was-not-measured-and-why")]
    [InlineData("Where a transcode's time goes", "where-a-transcodes-time-goes")]
    [InlineData("export_multiple-1", "export_multiple-1")]
    [InlineData("Füße (電影)", "füße-電影")]
    [InlineData("<img src=x>", "img-srcx")]
    [InlineData("Title", "title-1")]
    [InlineData("a|A|a-1|a", "a|a-1|a-1-1|a-2")]
    [InlineData("???|!", "section|section-1")]
    public void Anchors_are_those_that_GitHub_makes_of_headings(string headings, string expected)
    {
        var page = new ReportPage("Title", [], [.. headings.Split('|').Select(heading => new PageSection(heading, []))]);
        var anchors = new PageAnchors(page);

        page.Sections.Select(anchors.Of).Should().Equal(expected.Split('|'));
    }

    [Fact]
    public void Equal_sections_have_different_anchors()
    {
        var inner = new PageSection("a", []);
        var page = new ReportPage("Title", [], [new PageSection("a", [inner]), new PageSection("a", [])]);
        var anchors = new PageAnchors(page);

        new[] { page.Sections[0], inner, page.Sections[1] }.Select(anchors.Of).Should().Equal("a", "a-1", "a-2");
    }

    public static TheoryData<string, TableCell[][], int> Tables => new()
    {
        { "the first column without duplicates", [["gpl", "O3", "a"], ["gpl", "Oz", "b"]], 1 },
        { "not numbers", [[new("1", 1), "a"], [new("2", 2), "b"]], 1 },
        { "not sentences", [["a", new string('x', 81)], ["a", new string('y', 81)]], 0 },
        { "else the first", [["a", "b"], ["a", "b"]], 0 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void One_column_names_the_rows(string rule, TableCell[][] rows, int column) =>
        PageTable.Of("caption", rows[0].Select((_, index) => $"{index}"), rows).Naming.Should().Be(column, rule);

    [Fact]
    public void A_table_without_rows_has_a_naming_column() => PageTable.Of("none", ["a", "b"], []).Naming.Should().Be(0);

    [Theory]
    [InlineData("", "")]
    [InlineData("4.31 [4.10, 4.62]", "4.31 [4.10, 4.62]")]
    [InlineData("one\r\ntwo\u2028three", "one two three")]
    [InlineData("\u001b[31mred\u202ecod.exe", " [31mred cod.exe")]
    [InlineData("\0\u200b\ufeff", "   ")]
    [InlineData("a\U000E0041b", "a b")]
    [InlineData("Füße, 電影, \ud83c\udfac", "Füße, 電影, \ud83c\udfac")]
    public void An_invisible_character_becomes_a_space(string text, string expected) => VisibleText.Of(text).Should().Be(expected);

    [Fact]
    public void A_code_point_that_is_not_a_character_is_replaced() =>
        VisibleText.Of(new string(['a', '\ud800', 'b', '\ufffe', '\uffff'])).Should().Be("a\ufffdb\ufffd\ufffd");

    [Fact]
    public void Lines_stay_lines() => VisibleText.OfLines("one\r\n \u001b[2Jtwo\n").Should().Be("one\n  [2Jtwo\n");
}
