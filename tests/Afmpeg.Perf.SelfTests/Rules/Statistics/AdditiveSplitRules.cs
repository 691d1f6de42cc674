using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class AdditiveSplitRules
{
    private static readonly ImmutableArray<double> Remux = [1, 1.25, 1.5, 1, 1.25, 1.5];

    [Fact]
    public void Parts_that_are_the_same_in_each_round_add_up_exactly()
    {
        var split = Split([Remux, Plus(Remux, 2), Plus(Remux, 2.5), Plus(Remux, 10)]);

        split.Parts.Select(part => part.Value).Should().Equal(1.25, 2, 0.5, 7.5);
        split.Whole.Value.Should().Be(11.25);
        split.Remainder.Should().Be(0);
        split.AddsUp.Should().BeTrue();
    }

    [Fact]
    public void One_job_is_its_own_whole()
    {
        var split = Split([Remux]);

        split.Parts.Should().Equal(split.Whole);
        split.Remainder.Should().Be(0);
    }

    [Fact]
    public void A_part_that_adds_nothing_visible_is_not_an_error()
    {
        ImmutableArray<double> noisy = [1.1, 1.15, 1.6, 0.9, 1.35, 1.4];
        var part = Split([Remux, noisy]).Parts[1];

        part.Low.Should().BeLessThan(0);
        part.High.Should().BeGreaterThan(0);
    }

    [Fact]
    public void The_remainder_is_what_the_pseudo_medians_leave_and_adds_up_within_the_error_of_the_whole()
    {
        // Pseudo-medians: 3 for the first, 2 for what the second adds, 5.5 for the whole, whose interval is 2 up to 12.
        ImmutableArray<double> first = [1, 2, 3, 3, 4, 5];
        ImmutableArray<double> whole = [2, 3, 6, 6, 5, 12];
        var split = Split([first, whole]);

        split.Parts.Select(part => part.Value).Should().Equal(3, 2);
        split.Remainder.Should().Be(0.5);
        split.Tolerance.Should().Be(5);
        split.AddsUp.Should().BeTrue();
    }

    [Fact]
    public void A_remainder_beyond_the_wholes_error_does_not_add_up()
    {
        // One part in three takes 8 of 10 seconds, another in each round: the pseudo-median of each is half-way, the average of 1 and 8.
        var split = Split([[1, 1, 8, 1, 1, 8], [2, 9, 9, 2, 9, 9], [10, 10, 10, 10, 10, 10]]);

        split.Parts.Select(part => part.Value).Should().Equal(4.5, 4.5, 4.5);
        split.Remainder.Should().Be(-3.5);
        split.AddsUp.Should().BeFalse();
    }

    [Theory]
    [InlineData(0.04, true)]
    [InlineData(0.06, false)]
    public void A_whole_without_an_error_of_its_own_allows_half_a_percent(double left, bool addsUp)
    {
        var whole = new Estimate(10, 10, 10, 6, 0.96875);
        var split = new AdditiveSplit([whole with { Value = 4 }, whole with { Value = 6 - left }], whole);

        split.Tolerance.Should().BeApproximately(0.05, 1e-12);
        split.AddsUp.Should().Be(addsUp);
        (split with { Parts = [whole with { Value = 4 }, whole with { Value = 6 + left }] }).AddsUp.Should()
            .Be(addsUp, "it may be too much as well as too little");
    }

    [Fact]
    public void No_jobs_or_different_numbers_of_rounds_make_no_split()
    {
        AdditiveSplit.Of([]).Reason.Should().Be("there are no jobs to split");
        AdditiveSplit.Of(default).Reason.Should().Be("there are no jobs to split");
        AdditiveSplit.Of([Remux, [.. Remux, 1]]).Reason.Should().Contain("different numbers of rounds");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Too_few_rounds_make_no_split(int rounds)
    {
        ImmutableArray<double> few = [.. Remux.Take(rounds)];

        AdditiveSplit.Of([few, few]).Reason.Should().StartWith($"{CountText.Of(rounds, "round", "support")} no 95 % interval");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_invalid_time_spoils_the_split(double odd) =>
        AdditiveSplit.Of([Remux, [odd, 2, 2, 2, 2, 2]]).Reason.Should().Be("a time is not a finite number above 0");

    private static ImmutableArray<double> Plus(ImmutableArray<double> times, double more) => [.. times.Select(time => time + more)];

    private static AdditiveSplit Split(ImmutableArray<ImmutableArray<double>> jobs) => AdditiveSplit.Of(jobs).Known();
}
