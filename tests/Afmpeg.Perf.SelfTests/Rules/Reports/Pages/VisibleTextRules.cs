using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

public sealed class VisibleTextRules
{
    [Theory]
    [InlineData("", "")]
    [InlineData("4.31 [4.10, 4.62]", "4.31 [4.10, 4.62]")]
    [InlineData("one\r\ntwo\u2028three", "one two three")]
    [InlineData("\u001b[31mred\u202ecod.exe", " [31mred cod.exe")]
    [InlineData("\0\u200b\ufeff", "   ")]
    [InlineData("Füße, 電影, \ud83c\udfac", "Füße, 電影, \ud83c\udfac")]
    public void What_is_not_seen_becomes_a_space_and_all_else_stays(string text, string expected) => VisibleText.Of(text).Should().Be(expected);

    [Theory]
    [InlineData("", "")]
    [InlineData("one\r\n \u001b[2Jtwo\n", "one\n  [2Jtwo\n")]
    public void Of_several_lines_each_stays_one(string text, string expected) => VisibleText.OfLines(text).Should().Be(expected);

    [Fact]
    public void A_tag_beyond_the_first_plane_is_not_seen_either() => VisibleText.Of("a\U000E0041b").Should().Be("a b");

    [Fact]
    public void What_is_no_character_is_shown_as_one_that_is_missing() =>
        VisibleText.Of(new string(['a', '\ud800', 'b', '\ufffe', '\uffff'])).Should().Be("a\ufffdb\ufffd\ufffd");
}
