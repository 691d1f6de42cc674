using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

/// <summary>How often signs that are fair coins' have which rank sum.</summary>
public sealed class RankSumsRules
{
    [Theory]
    [InlineData(0, new[] { 1.0 })]
    [InlineData(1, new[] { 0.5, 0.5 })]
    [InlineData(2, new[] { 0.25, 0.25, 0.25, 0.25 })]
    // Of the eight signs of three ranks only 3 = 1 + 2 is reached in two ways.
    [InlineData(3, new[] { 0.125, 0.125, 0.125, 0.25, 0.125, 0.125, 0.125 })]
    public void Of_few_ranks_they_are_counted_by_hand(int n, double[] chances) => RankSums.Chances(n).Should().Equal(chances);

    [Theory]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(53)]
    public void All_of_them_are_certain_and_they_are_symmetric(int n)
    {
        var chances = RankSums.Chances(n);

        chances.Should().HaveCount((n * (n + 1) / 2) + 1).And.Equal(chances.Reverse());
        chances.Sum().Should().Be(1);
    }
}
