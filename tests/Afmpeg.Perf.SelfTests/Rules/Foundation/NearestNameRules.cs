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
    public void Of_equally_near_names_the_first_is_taken() => NearestName.Of("cat", ["bat", "hat"]).Should().Be("bat");

    [Fact]
    public void Among_no_names_none_is_near() => NearestName.Of("run", []).Should().BeNull();
}
