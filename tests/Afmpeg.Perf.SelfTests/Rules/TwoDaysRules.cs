using System.Globalization;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>What docs/trust.md says of two days is what docs/trust/two-days.csv has.</summary>
public sealed class TwoDaysRules
{
    private static readonly double[][] Cases =
    [
        .. File.ReadLines(Repository.PathOf("docs", "trust", "two-days.csv")).Skip(1)
            .Select(line => line.Split(',').Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()),
    ];

    [Fact]
    public void The_page_counts_the_intervals_that_overlap()
    {
        var overlapping = Cases.Count(one => one[1] <= one[6] && one[5] <= one[2]);

        File.ReadAllText(Repository.PathOf("docs", "trust.md")).ReplaceLineEndings(" ").Should()
            .Contain($"The intervals of {overlapping} of {Cases.Length} multiples overlap (")
            .And.Contain($"{Cases.Min(one => one[3])} to {Cases.Max(one => one[3])} rounds, noise floor 4.7 %")
            .And.Contain($"{Cases.Min(one => one[7])} to {Cases.Max(one => one[7])} rounds, noise floor 9.0 %");
    }
}
