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
    public void A_slip_finds_the_name_that_was_meant(string text, string expected) => NearestName.Of(text, Names).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("no-such-command")]
    [InlineData("<img src=x>")]
    public void What_is_like_none_finds_none(string text) => NearestName.Of(text, Names).Should().BeNull();

    [Fact]
    public void Of_equally_near_names_the_first_is_taken_and_of_none_none()
    {
        NearestName.Of("cat", ["bat", "hat"]).Should().Be("bat");
        NearestName.Of("run", []).Should().BeNull();
    }

    [Fact]
    public void In_words_it_is_named_or_there_is_none_that_is_like_it()
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
