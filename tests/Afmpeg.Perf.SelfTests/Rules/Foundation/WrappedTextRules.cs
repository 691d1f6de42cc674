using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class WrappedTextRules
{
    [Fact]
    public void Text_is_broken_at_blanks_and_further_lines_are_indented() =>
        WrappedText.Lines("one two three four", 11, "- ", "  ").Should().Equal("- one two", "  three", "  four");

    [Fact]
    public void Text_that_just_fits_is_one_line() => WrappedText.Lines("one two", 7).Should().Equal("one two");

    [Fact]
    public void A_word_that_is_too_long_stays_whole_on_a_line_of_its_own() =>
        WrappedText.Lines("run transcode/handheld-360p/native again", 10).Should().Equal("run", "transcode/handheld-360p/native", "again");

    [Fact]
    public void Line_breaks_stay_and_no_line_ends_in_blanks() => WrappedText.Lines("a \r\n\nb ", 10).Should().Equal("a", "", "b");

    [Fact]
    public void A_text_that_begins_with_blanks_keeps_them_on_every_line() =>
        WrappedText.Lines("  one two three\n four", 9, "-").Should().Equal("-  one", "  two", "  three", " four");

    [Fact]
    public void Empty_text_is_one_empty_line() => WrappedText.Lines("", 1).Should().Equal("");

    [Fact]
    public void Wide_blanks_between_words_stay_within_a_line() => WrappedText.Lines("Again:  afmpeg", 80).Should().Equal("Again:  afmpeg");
}
