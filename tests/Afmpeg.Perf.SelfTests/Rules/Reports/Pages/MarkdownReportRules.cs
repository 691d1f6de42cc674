using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class MarkdownReportRules
{
    [Fact]
    public void A_page_is_its_first_screen_its_contents_and_its_sections()
    {
        var page = new ReportPage(
            "A title",
            [new Lead(PageText.Strong("no-go", ", since."))],
            [new PageSection("One", [new Paragraph("Text."), new PageSection("Two", [])])]);

        MarkdownReport.Render(page)
            .Should().Be("# A title\n\n**no-go**, since.\n\nContents:\n\n- [One](#one): [Two](#two)\n\n## One\n\nText.\n\n### Two\n");
    }

    [Fact]
    public void The_first_screen_can_stand_alone()
    {
        var page = new ReportPage("A title", [new Paragraph("Text.")], [new PageSection("One", [])]);

        MarkdownReport.FirstScreen(page).Should().Be("# A title\n\nText.\n");
    }

    [Fact]
    public void Runs_keep_the_spaces_between_them() =>
        Written(new Paragraph(new PageText([new("one "), new("two", TextStyle.Strong), new(" three", TextStyle.Plain)])))
        .Should().Be("one **two** three\n");

    [Fact]
    public void Key_numbers_are_a_list() => Written(new KeyNumbers([new("4.31 [4.10, 4.62]", "native multiple", "within: a_b", Tone.Good)]))
        .Should().Be("- **4.31 [4.10, 4.62]** native multiple (within: a\\_b)\n");

    [Fact]
    public void A_list_item_may_contain_a_list() =>
        Written(new BulletList([new("one"), new("two", ["three"])])).Should().Be("- one\n- two\n  - three\n");

    [Fact]
    public void An_empty_list_is_left_out() => MarkdownReport.Render(Rendered.Page(new BulletList([]))).Should().EndWith("## Section\n");

    [Fact]
    public void A_table_has_its_units_in_its_headers() =>
        Written(new PageTable("caption", [new("time", "s"), new("size")], [[new("1.0", 1), "a|b"]]))
        .Should().Be("| time (s) | size |\n|---|---|\n| 1.0 | a\\|b |\n");

    [Fact]
    public void A_picture_is_a_file_with_its_alternative_text() =>
        Written(new PictureBlock(CannedPicture.Of("two-bars") with { Alternative = "a ](x) [1, 2]" }))
        .Should().Be("![a \\]\\(x) \\[1, 2\\]](pictures/two-bars.svg)\n");

    [Fact]
    public void Code_that_would_need_an_escape_is_shown_as_text()
    {
        Written(new Paragraph(PageText.Code("(1)", " a *reason*"))).Should().Be("`(1)` a \\*reason\\*\n");
        Written(new Paragraph(PageText.Code("a`<b>", " x"))).Should().Be("a\\`&lt;b&gt; x\n");
    }

    [Theory]
    [InlineData("- item", @"\- item")]
    [InlineData("+ item", @"\+ item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("12) item", @"12\) item")]
    [InlineData("---", @"\---")]
    [InlineData("===", @"\===")]
    [InlineData("-", @"\-")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("> no quote", "&gt; no quote")]
    [InlineData("    no code", "no code")]
    [InlineData("-1.5 dB", "-1.5 dB")]
    [InlineData("4.31 [4.10, 4.62]", "4.31 [4.10, 4.62]")]
    public void A_text_never_starts_a_list_a_rule_or_a_heading(string text, string expected)
    {
        Written(new Paragraph(text)).Should().Be($"{expected}\n");
        Written(new BulletList([new(text)])).Should().Be($"- {expected}\n");
    }

    [Fact]
    public void A_hostile_text_never_becomes_markup() =>
        MarkdownReport.Render(HostilePage.Of(CannedRun.HostileText)).Should().NotContain("<").And.NotContain("`line`");

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData("*bold* _it_ ~no~ #1 $x$", @"\*bold\* \_it\_ \~no\~ \#1 \$x\$")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("<b>&amp;", "&lt;b&gt;&amp;amp;")]
    [InlineData("[text](javascript:1)", @"[text]\(javascript:1)")]
    [InlineData("one\r\ntwo\nthree\u2028four", "one two three four")]
    [InlineData("\u001b[31mred\u202e", "[31mred")]
    [InlineData("4.31 [4.10, 4.62] (1)", "4.31 [4.10, 4.62] (1)")]
    public void Text_from_outside_is_shown_literally_on_one_line(string text, string expected) =>
        MarkdownText.Escape(text).Should().Be(expected);

    [Fact]
    public void A_cell_cannot_break_out_of_its_table()
    {
        var lines = MarkdownText.Table(["a", "b"], [[CannedRun.HostileText, "x"]]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(3).And.Subject.Last().Replace(@"\|", "", StringComparison.Ordinal).Count(letter => letter == '|')
            .Should().Be(3);
    }

    private static string Written(PageBlock block) => MarkdownReport.Render(Rendered.Page(block)).Split("## Section\n\n")[1];
}
