using Afmpeg.Perf.Statistics;
using static Afmpeg.Perf.Statistics.ParetoDirection;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class ParetoFrontRules
{
    private static readonly ImmutableArray<ParetoDirection> SizeAndSpeed = [LowerIsBetter, HigherIsBetter];

    [Fact]
    public void The_front_consists_of_the_points_that_no_other_point_beats()
    {
        // Small and slow, large and fast, between them, and one that is larger and slower than the third.
        var places = Places([Exact(1, 1), Exact(9, 9), Exact(5, 5), Exact(6, 4)]);

        places.Select(place => place.BeatenBy.IsEmpty).Should().Equal(true, true, true, false);
        places[3].BeatenBy.Should().Equal(2);
        Places([Exact(5, 1), Exact(4, 2), Exact(3, 3)])[0].BeatenBy.Should().Equal(1, 2);
        places.Select(place => place.Index).Should().Equal(0, 1, 2, 3);
    }

    [Fact]
    public void The_direction_decides()
    {
        ImmutableArray<ImmutableArray<Bounds>> points = [Exact(1, 1), Exact(2, 2)];

        OnFront([LowerIsBetter, LowerIsBetter], points).Should().Equal(true, false);
        OnFront([HigherIsBetter, HigherIsBetter], points).Should().Equal(false, true);
        OnFront([LowerIsBetter, HigherIsBetter], points).Should().Equal(true, true);
    }

    [Fact]
    public void Ties_stay_and_a_tie_in_one_objective_does_not_protect_from_another()
    {
        OnFront(SizeAndSpeed, [Exact(5, 5), Exact(5, 5)]).Should().Equal(true, true);
        OnFront(SizeAndSpeed, [Exact(5, 5), Exact(5, 4)]).Should().Equal(true, false);
    }

    [Fact]
    public void Intervals_that_overlap_decide_nothing()
    {
        OnFront(SizeAndSpeed, [[Bounds.Exact(1), new(4, 6)], [Bounds.Exact(2), new(3, 4.1)]]).Should().Equal(true, true);
        OnFront(SizeAndSpeed, [[Bounds.Exact(1), new(4, 6)], [Bounds.Exact(2), new(3, 4)]]).Should().Equal(true, false);
        OnFront([HigherIsBetter], [[new(4, 6)], [new(4, 6)]]).Should().Equal(true, true);
        OnFront([HigherIsBetter], [[new(4, 6)], [new(3, 4)]]).Should().Equal([true, true], "intervals that touch are no sure gain");
        OnFront([HigherIsBetter], [[new(4, 6)], [new(3, 3.9)]]).Should().Equal(true, false);
        OnFront([HigherIsBetter], [[new(4, 6)]]).Should().Equal(true);
    }

    [Fact]
    public void An_estimates_bounds_are_its_interval() => Bounds.Of(new Estimate(5, 4, 6, 6, 0.96875)).Should().Be(new Bounds(4, 6));

    [Fact]
    public void Some_point_is_always_on_the_front_and_beats_what_its_victims_beat()
    {
        var random = new Random(4711);
        for (var i = 0; i < 200; i++)
        {
            var places = Places([.. Enumerable.Range(0, 12).Select(_ => ImmutableArray.Create(Interval(random), Interval(random)))]);

            places.Should().Contain(place => place.BeatenBy.IsEmpty);
            foreach (var place in places)
            {
                place.BeatenBy.Should().NotContain(place.Index);
                place.BeatenBy.SelectMany(by => places[by].BeatenBy).Should().BeSubsetOf(place.BeatenBy);
            }
        }
    }

    [Fact]
    public void Without_points_there_is_no_front()
    {
        ParetoFront.Of(SizeAndSpeed, []).Reason.Should().Be("there are no points, or no objectives to compare them by");
        ParetoFront.Of([], [[]]).Reason.Should().Be("there are no points, or no objectives to compare them by");
        ParetoFront.Of(SizeAndSpeed, [[Bounds.Exact(1)]]).Reason.Should().Be("a point has not 2 objectives");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Bounds_that_are_not_an_interval_make_no_front(double low, double high) =>
        ParetoFront.Of(SizeAndSpeed, [[Bounds.Exact(1), new(low, high)]]).Reason.Should()
            .Be("a point's bounds are no interval of finite numbers");

    private static Bounds Interval(Random random)
    {
        var low = random.Next(10);
        return new Bounds(low, low + random.Next(3));
    }

    private static ImmutableArray<Bounds> Exact(params double[] values) => [.. values.Select(Bounds.Exact)];

    private static bool[] OnFront(ImmutableArray<ParetoDirection> objectives, ImmutableArray<ImmutableArray<Bounds>> points) =>
        [.. ParetoFront.Of(objectives, points).Known().Select(place => place.BeatenBy.IsEmpty)];

    private static ImmutableArray<ParetoPlace> Places(ImmutableArray<ImmutableArray<Bounds>> points) =>
        ParetoFront.Of(SizeAndSpeed, points).Known();
}
