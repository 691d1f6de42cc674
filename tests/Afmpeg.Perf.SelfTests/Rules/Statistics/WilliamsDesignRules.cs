using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class WilliamsDesignRules
{
    public static TheoryData<int> Counts => [.. Enumerable.Range(2, 23)];

    // The example of williams() in the manual of the R package crossdes, numbered from 0.
    [Fact]
    public void Three_treatments_are_ordered_as_crossdes_orders_them() => Text(3).Should().Equal("012 120 201", "210 021 102");

    [Fact]
    public void Ten_treatments_are_ordered_as_crossdes_orders_them() =>
        Text(10).Should().ContainSingle().Which.Should().StartWith("0192837465 1203948576 2314059687 3425160798 4536271809 5647382910");

    [Fact]
    public void Zero_or_one_treatment_needs_no_balancing()
    {
        Text(0).Should().BeEmpty();
        Text(1).Should().Equal("0");
        Text(2).Should().Equal("01 10");
        FluentActions.Invoking(() => WilliamsDesign.Of(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Each_square_is_Latin(int count)
    {
        foreach (var square in WilliamsDesign.Of(count))
        {
            square.Should().HaveCount(count).And.OnlyContain(row => row.Order().SequenceEqual(Enumerable.Range(0, count)));
            Enumerable.Range(0, count).Should().OnlyContain(place => square.Select(row => row[place]).Distinct().Count() == count);
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Each_ordered_pair_of_neighbours_occurs_equally_often(int count)
    {
        var pairs = WilliamsDesign.Of(count).SelectMany(square => square).SelectMany(row => row.Zip(row.Skip(1)))
            .CountBy(pair => pair).ToArray();

        pairs.Should().HaveCount(count * (count - 1)).And.OnlyContain(pair => pair.Value == (count % 2 == 0 ? 1 : 2));
    }

    private static IEnumerable<string> Text(int count) => WilliamsDesign.Of(count)
        .Select(square => string.Join(' ', square.Select(row => string.Concat(row))));
}
