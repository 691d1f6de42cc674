using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class GlobRules
{
    private const string Id = "transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128";

    [Theory]
    [InlineData("*")]
    [InlineData(Id)]
    [InlineData("transcode/*/wasmtime+*")]
    [InlineData("*/wasmtime+O3-simd12?")]
    [InlineData("reel/*,transcode/*/wasmtime+*,scale/*")]
    [InlineData("reel/*, transcode/*/wasmtime+* ,scale/*")]
    public void A_pattern_matches_a_whole_id(string pattern) => new Glob(pattern).Matches(Id).Should().BeTrue();

    [Theory]
    [InlineData("", "an empty pattern fits only an empty id")]
    [InlineData("transcode", "a pattern fits the whole id, not its beginning")]
    [InlineData("*/wasmtime+Oz", "it is another build")]
    [InlineData("TRANSCODE/*", "ids are lower case")]
    [InlineData("transcode/screencast.360p/*", "a dot stands for itself")]
    [InlineData("transcode/screencast-360p,*/wazero+*", "each side of a comma fits the whole id or nothing")]
    [InlineData("*/wasmtime+O3-simd128?", "a question mark stands for one character, not for none")]
    public void A_pattern_that_differs_does_not_match(string pattern, string because) =>
        new Glob(pattern).Matches(Id).Should().BeFalse(because);

    [Theory]
    [InlineData(@"a\*", @"a\b", true)]
    [InlineData(@"a\*", "a*", false)]
    [InlineData(@"a\b", @"a\b", true)]
    public void A_backslash_stands_for_itself(string pattern, string text, bool fits) => new Glob(pattern).Matches(text).Should().Be(fits);

    [Fact]
    public void Alternatives_that_fit_no_text_are_found_one_by_one()
    {
        new Glob("reel/*, transcode/* ,*/wazero+*,").FittingNone([Id, "scale/handheld-360p/null/native"])
            .Should().Equal(new Glob("reel/*"), new Glob("*/wazero+*"), new Glob(""));
        new Glob("transcode/*, *").FittingNone([Id]).Should().BeEmpty();
        new Glob("").FittingNone([Id]).Should().Equal(new Glob(""));
    }

    [Fact]
    public void Long_patterns_and_patterns_with_many_stars_finish_in_time()
    {
        new Glob(string.Concat(Enumerable.Repeat("a?", 100_000))).Matches(Id).Should().BeFalse();
        new Glob(string.Concat(Enumerable.Repeat("*a", 30))).Matches(new string('a', 200) + 'b').Should().BeFalse();
    }
}
