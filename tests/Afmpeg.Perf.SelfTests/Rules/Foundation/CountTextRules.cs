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
    public void One_takes_a_singular_noun_and_verb(double number, string things, string what)
    {
        CountText.Of(number, "round").Should().Be(things);
        CountText.Of(number, "round", "support").Should().Be(what);
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KiB")]
    [InlineData(14_541, "14.2 KiB")]
    [InlineData(123_731_968, "118 MiB")]
    [InlineData(5_368_709_120, "5120 MiB")]
    public void Bytes_have_a_binary_unit(long bytes, string text) => new ByteCount(bytes).ToString().Should().Be(text);

    [Fact]
    public void No_committed_report_uses_a_plural_for_one() =>
        OneOfSeveral().Matches(File.ReadAllText(Repository.PathOf("docs", "report", "appendix.md"))).Should().BeEmpty();

    [GeneratedRegex(@"(?<![\w.,:/-]|and )1 (rounds|cases|frames|points|limits|lanes|cores|instances|judgements|runs)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneOfSeveral();
}
