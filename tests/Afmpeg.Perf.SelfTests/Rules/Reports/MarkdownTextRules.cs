using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class MarkdownTextRules
{
    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("`code`", @"\`code\`")]
    [InlineData("*bold* _it_ ~no~ #1 $x$", @"\*bold\* \_it\_ \~no\~ \#1 \$x\$")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("<b>&amp;", "&lt;b&gt;&amp;amp;")]
    [InlineData("[text](javascript:1)", @"[text]\(javascript:1)")]
    [InlineData("one\r\ntwo\nthree\u2028four", "one two three four")]
    [InlineData("\u001b[31mred\u202e", "[31mred")]
    public void Text_from_outside_is_shown_literally_on_one_line(string text, string expected) => MarkdownText.Escape(text).Should().Be(expected);

    [Fact]
    public void An_interval_stays_readable() => MarkdownText.Escape("4.31 [4.10, 4.62] (1)").Should().Be("4.31 [4.10, 4.62] (1)");

    [Fact]
    public void A_cell_cannot_break_out_of_its_table()
    {
        var lines = MarkdownText.Table(["a", "b"], [[CannedRun.HostileText, "x"]]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Should().HaveCount(3).And.Subject.Last().Replace(@"\|", "", StringComparison.Ordinal).Count(letter => letter == '|').Should().Be(3);
    }
}
