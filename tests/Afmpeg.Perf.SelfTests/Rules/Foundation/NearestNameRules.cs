using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class NearestNameRules
{
    private static readonly string[] Names = ["run", "report", "compare", "doctor"];

    [Theory]
    [InlineData("docter", "doctor")]
    [InlineData("DOCTOR", "doctor")]
    [InlineData("repot", "report")]
    [InlineData("runn", "run")]
    public void A_typo_finds_the_intended_name(string text, string expected) => NearestName.Of(text, Names).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("no-such-command")]
    [InlineData("<img src=x>")]
    public void A_word_unlike_every_name_finds_none(string text) => NearestName.Of(text, Names).Should().BeNull();

    [Fact]
    public void The_first_of_equally_near_names_is_taken_and_no_names_give_none()
    {
        NearestName.Of("cat", ["bat", "hat"]).Should().Be("bat");
        NearestName.Of("run", []).Should().BeNull();
    }

    [Fact]
    public void In_words_it_names_the_nearest_or_says_that_none_is_like_it()
    {
        NearestName.InWords("docter", Names).Should().Be("the nearest is doctor");
        NearestName.InWords("", Names).Should().Be("none that is like it");
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("wasmtime", "wasmtime", 0)]
    [InlineData("", "v8", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("wasmtmie", "wasmtime", 2)]
    public void A_distance_counts_insertions_deletions_and_replacements_either_way(string left, string right, int distance)
    {
        EditDistance.Between(left, right).Should().Be(distance);
        EditDistance.Between(right, left).Should().Be(distance);
    }
}
