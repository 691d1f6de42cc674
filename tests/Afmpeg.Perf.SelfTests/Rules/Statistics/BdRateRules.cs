using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class BdRateRules
{
    // VCEG-M33's own Excel example: sheet 3 of bjontegaard_etro_standalone_example.xlsm in github.com/tbr/bjontegaard_etro (commit
    // 02c8aaa),
    // whose static cells E4 and F4 were copied from it.
    private static readonly ImmutableArray<RatePoint> M33Anchor = Curve((90.33, 27.95), (181.03, 31.17), (332.99, 34.44), (547.79, 38.11));
    private static readonly ImmutableArray<RatePoint> M33Test =
        Curve((127.1719, 29.9286), (186.14, 32.4165), (307.2924, 34.7013), (481.5588, 37.4561));

    // Its sheet 2: nine points a curve, by least squares.
    private static readonly ImmutableArray<RatePoint> EtroAnchor = Curve(
        (2.99899, 48.6681), (1.99884, 43.8357), (1.49673, 41.3982), (0.99707, 38.0124), (0.745941, 35.5122),
        (0.596436, 33.8673), (0.495148, 32.6658), (0.29425, 29.4505), (0.244049, 28.484));

    private static readonly ImmutableArray<RatePoint> EtroTest = Curve(
        (2.997253, 48.5637), (1.968292, 43.7318), (1.472565, 41.2727), (0.994965, 38.0001), (0.748871, 35.6375),
        (0.58902, 33.9057), (0.499176, 32.8318), (0.296753, 29.6851), (0.249634, 28.8244));

    // JCTVC-E137, from whose piecewise cubic Netflix's VMAF and Android's com.android.media.videoquality.bdrate take the expected values
    // of their tests (BdRateCalculatorTests.calculate_dataFromJCTVCE137_1 and _2; BdQualityCalculatorTests' _2, which allows 0.00005).
    private static readonly ImmutableArray<RatePoint> E137Anchor1 =
        Curve((108048.8736, 43.6471), (61279.976, 40.3953), (33905.6656, 37.247), (18883.6928, 34.2911));

    private static readonly ImmutableArray<RatePoint> E137Test1 =
        Curve((108061.2784, 43.6768), (61299.9936, 40.4232), (33928.7472, 37.2761), (18910.912, 34.3147));

    private static readonly ImmutableArray<RatePoint> E137Anchor2 =
        Curve((40433.8848, 37.5761), (7622.7456, 35.3756), (2394.488, 33.8977), (1017.6184, 32.0603));

    private static readonly ImmutableArray<RatePoint> E137Test2 =
        Curve((40370.12, 37.5982), (7587.0024, 35.4025), (2390.0944, 33.9194), (1017.0984, 32.0822));

    [Fact]
    public void The_cubic_reproduces_the_example_in_the_paper()
    {
        Value(BdRate.RateOf(M33Anchor, M33Test, BdInterpolation.Cubic)).Should().BeApproximately(-13.261772993093556, 1e-9);
        Value(BdRate.QualityOf(M33Anchor, M33Test, BdInterpolation.Cubic)).Should().BeApproximately(0.80071318397395785, 1e-10);
    }

    [Fact]
    public void The_cubic_reproduces_a_published_fit_to_nine_points()
    {
        Value(BdRate.RateOf(EtroAnchor, EtroTest, BdInterpolation.Cubic)).Should().BeApproximately(-0.90345048358024815, 1e-9);
        Value(BdRate.QualityOf(EtroAnchor, EtroTest, BdInterpolation.Cubic)).Should().BeApproximately(7.2296844856407055e-2, 1e-10);
    }

    [Fact]
    public void The_piecewise_cubic_reproduces_the_standards_data()
    {
        Value(BdRate.RateOf(E137Anchor1, E137Test1)).Should().BeApproximately(-0.465215420752807, 1e-9);
        Value(BdRate.RateOf(E137Anchor2, E137Test2)).Should().BeApproximately(-1.8779823450567612, 1e-9);
        Value(BdRate.QualityOf(E137Anchor2, E137Test2)).Should().BeApproximately(0.028504, 0.00005);
    }

    [Theory]
    [InlineData(BdInterpolation.Cubic)]
    [InlineData(BdInterpolation.PiecewiseCubic)]
    public void A_curve_at_a_fixed_share_of_the_rate_differs_by_that_share(BdInterpolation interpolation)
    {
        var cheaper = M33Anchor.Select(point => point with { BitsPerSecond = point.BitsPerSecond * 0.8 }).ToImmutableArray();

        Value(BdRate.RateOf(M33Anchor, cheaper, interpolation)).Should().BeApproximately(-20, 1e-9);
        Value(BdRate.RateOf(M33Anchor, M33Anchor, interpolation)).Should().BeApproximately(0, 1e-9);
    }

    [Theory]
    [InlineData(BdInterpolation.Cubic)]
    [InlineData(BdInterpolation.PiecewiseCubic)]
    public void A_curve_at_a_fixed_distance_in_quality_differs_by_that_distance(BdInterpolation interpolation)
    {
        var better = M33Anchor.Select(point => point with { Quality = point.Quality + 1.5 }).ToImmutableArray();

        Value(BdRate.QualityOf(M33Anchor, better, interpolation)).Should().BeApproximately(1.5, 1e-9);
    }

    [Fact]
    public void Swapping_the_curves_inverts_the_rate_and_negates_the_quality()
    {
        var there = Value(BdRate.RateOf(M33Anchor, M33Test));
        var back = Value(BdRate.RateOf(M33Test, M33Anchor));

        ((1 + (there / 100)) * (1 + (back / 100))).Should().BeApproximately(1, 1e-12);
        Value(BdRate.QualityOf(M33Anchor, M33Test)).Should().BeApproximately(-Value(BdRate.QualityOf(M33Test, M33Anchor)), 1e-12);
    }

    [Fact]
    public void Neither_the_order_of_points_nor_the_unit_of_rate_matters()
    {
        var shuffled = M33Test.Reverse().Select(point => point with { BitsPerSecond = point.BitsPerSecond * 1000 }).ToImmutableArray();
        var anchor = M33Anchor.Select(point => point with { BitsPerSecond = point.BitsPerSecond * 1000 }).ToImmutableArray();

        Value(BdRate.RateOf(anchor, shuffled)).Should().BeApproximately(Value(BdRate.RateOf(M33Anchor, M33Test)), 1e-9);
    }

    [Fact]
    public void The_overlap_is_the_share_of_the_range_that_both_cover()
    {
        var anchor = Curve((1, 30), (2, 32), (4, 34), (8, 36));
        var test = Curve((1, 33), (2, 35), (4, 37), (8, 39));

        BdRate.RateOf(anchor, test).Known().Overlap.Should().BeApproximately(3.0 / 9, 1e-12);
        BdRate.QualityOf(anchor, test).Known().Overlap.Should().BeApproximately(1, 1e-12);
    }

    [Theory]
    [InlineData(39)]
    [InlineData(36)]
    public void Curves_that_do_not_overlap_have_no_difference(double lowest)
    {
        var anchor = Curve((1, 30), (2, 32), (4, 34), (8, 36));
        var test = Curve((1, lowest), (2, lowest + 1), (4, lowest + 2), (8, lowest + 3));

        BdRate.RateOf(anchor, test).Reason.Should().Be("the two curves have no range in common");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Too_few_points_make_no_curve(int count)
    {
        BdRate.RateOf([.. M33Anchor.Take(count)], M33Test).Reason.Should()
            .Be($"the anchor curve has {CountText.Of(count, "point")}: at least 4 are needed");
        BdRate.QualityOf(M33Anchor, [.. M33Test.Take(count)]).Reason.Should()
            .Be($"the test curve has {CountText.Of(count, "point")}: at least 4 are needed");
    }

    [Theory]
    [InlineData(36)]
    [InlineData(35)]
    public void A_curve_whose_quality_does_not_rise_gives_no_rate_for_a_quality_but_a_quality_for_a_rate(double last)
    {
        var odd = Curve((1, 30), (2, 33), (4, 36), (8, last));

        BdRate.RateOf(odd, odd).Reason.Should()
            .Be("the anchor curve's quality does not rise with its rate, so that one quality has no one rate");
        Value(BdRate.QualityOf(odd, odd)).Should().Be(0);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(-1, 30)]
    [InlineData(double.NaN, 30)]
    [InlineData(double.PositiveInfinity, 30)]
    [InlineData(16, double.PositiveInfinity)]
    [InlineData(16, double.NaN)]
    [InlineData(16, 1e300)]
    public void An_invalid_point_spoils_the_curve(double rate, double quality)
    {
        ImmutableArray<RatePoint> odd = [.. M33Anchor, new RatePoint(rate, quality)];

        BdRate.RateOf(M33Anchor, odd).Reason.Should().Be("the test curve has a rate that is not above 0, or a number that is not finite");
        BdRate.QualityOf(odd, M33Anchor).Reason.Should()
            .Be("the anchor curve has a rate that is not above 0, or a number that is not finite");
    }

    [Fact]
    public void A_difference_too_large_for_a_number_gives_no_reading()
    {
        var anchor = Curve((1e-300, 30), (2e-300, 32), (4e-300, 34), (8e-300, 36));
        var test = Curve((1e300, 30), (2e300, 32), (4e300, 34), (8e300, 36));

        BdRate.RateOf(anchor, test).Reason.Should().Be("the points are too far apart, or too close together, to be computed with");
    }

    [Fact]
    public void Two_points_at_the_same_rate_make_no_curve() =>
        BdRate.QualityOf([.. M33Anchor, new RatePoint(90.33, 28)], M33Test).Reason.Should()
            .Be("the anchor curve has two points at one rate");

    private static ImmutableArray<RatePoint> Curve(params (double Rate, double Quality)[] points) =>
        [.. points.Select(point => new RatePoint(point.Rate, point.Quality))];

    private static double Value(Reading<BdDelta> reading) => reading.Known().Value;
}
