using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SelfTests.Rules.Foundation;

public sealed class EditDistanceRules
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("wasmtime", "wasmtime", 0)]
    [InlineData("", "v8", 2)]
    [InlineData("v8", "", 2)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("wasmtmie", "wasmtime", 2)]
    public void It_counts_insertions_deletions_and_replacements(string left, string right, int distance)
    {
        EditDistance.Between(left, right).Should().Be(distance);
        EditDistance.Between(right, left).Should().Be(distance, "a distance is symmetric");
    }
}
