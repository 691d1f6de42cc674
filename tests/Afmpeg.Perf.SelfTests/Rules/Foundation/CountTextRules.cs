using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed partial class CountTextRules
{
    [Theory]
    [InlineData(0, "0 rounds", "0 rounds support")]
    [InlineData(1, "1 round", "1 round supports")]
    [InlineData(1.5, "1.5 rounds", "1.5 rounds support")]
    [InlineData(12, "12 rounds", "12 rounds support")]
    public void One_is_without_an_s_and_its_verb_with_one(double number, string things, string what)
    {
        CountText.Of(number, "round").Should().Be(things);
        CountText.Of(number, "round", "support").Should().Be(what);
    }

    [Fact]
    public void No_committed_report_counts_one_of_several() =>
        Committed.SelectMany(text => OneOfSeveral().Matches(text)).Select(match => match.Value).Should().BeEmpty();

    private static IEnumerable<string> Committed =>
        [File.ReadAllText(Repository.PathOf("docs", "report", "appendix.md"))];

    [GeneratedRegex(@"(?<![\w.,:/-]|and )1 (rounds|cases|frames|points|limits|lanes|cores|instances|judgements|runs)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneOfSeveral();
}
