using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using MathNet.Numerics.Distributions;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class LinearPredictionRules
{
    // NIST StRD, Norris (itl.nist.gov/div898/strd/lls/data/Norris.shtml): y then x, and its certified values.
    private const double NorrisIntercept = -0.262323073774029;
    private const double NorrisInterceptError = 0.232818234301152;
    private const double NorrisSlope = 1.00211681802045;
    private const double NorrisSlopeError = 0.429796848199937e-3;

    private static readonly ImmutableArray<(double X, double Y)> Norris = Swapped(
        (0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1), (228.1, 226.5), (668.5, 666.3), (998.5, 996.3),
            (449.1, 448.6),
        (778.9, 777.0), (559.2, 558.2), (0.3, 0.4), (0.1, 0.6), (778.1, 775.5), (668.8, 666.9), (339.3, 338.0), (448.9, 447.5),
            (10.8, 11.6),
        (557.7, 556.0), (228.3, 228.1), (998.0, 995.8), (888.8, 887.6), (119.6, 120.2), (0.3, 0.3), (0.6, 0.3), (557.6, 556.8),
            (339.3, 339.1),
        (888.0, 887.2), (998.5, 999.0), (778.9, 779.0), (10.2, 11.1), (117.6, 118.3), (228.9, 229.2), (668.4, 669.1), (449.2, 448.9),
            (0.2, 0.5));

    // R's data set "cars" (M. Ezekiel, Methods of Correlation Analysis, 1930): speed, then the distances it was followed by.
    private static readonly ImmutableArray<(double X, double Y)> Cars = [.. new (double Speed, double[] Distances)[]
    {
        (4, [2, 10]), (7, [4, 22]), (8, [16]), (9, [10]), (10, [18, 26, 34]), (11, [17, 28]), (12, [14, 20, 24, 28]),
            (13, [26, 34, 34, 46]),
        (14, [26, 36, 60, 80]), (15, [20, 26, 54]), (16, [32, 40]), (17, [32, 40, 50]), (18, [42, 56, 76, 84]), (19, [36, 46, 68]),
        (20, [32, 48, 52, 56, 64]), (22, [66]), (23, [54]), (24, [70, 92, 93, 120]), (25, [85]),
    }.SelectMany(row => row.Distances.Select(distance => (row.Speed, distance)))];

    [Fact]
    public void An_unweighted_line_matches_the_certified_one()
    {
        var line = Line(Norris, LinearNoise.Constant);

        ShouldBe(line.FixedCost, NorrisIntercept, NorrisInterceptError, 36);
        ShouldBe(line.CostPerUnit, NorrisSlope, NorrisSlopeError, 36);
    }

    [Fact]
    public void A_weighted_line_matches_the_certified_one_with_its_axes_inverted()
    {
        // y = a + b x is y / x = b + a (1 / x), and 1 / x^2 in terms of the new x undoes the inversion.
        var line = Line([.. Norris.Select(point => (1 / point.X, point.Y / point.X))], LinearNoise.ProportionalToX);

        ShouldBe(line.FixedCost, NorrisSlope, NorrisSlopeError, 36);
        ShouldBe(line.CostPerUnit, NorrisIntercept, NorrisInterceptError, 36);
    }

    [Theory]
    [InlineData(12, 29.6, -1.75, 61.0)]
    [InlineData(19, 57.1, 25.76, 88.5)]
    [InlineData(24, 76.8, 44.75, 108.8)]
    public void A_prediction_matches_the_one_from_R(double speed, double fit, double lower, double upper)
    {
        // "Predict in R: Model Predictions and Confidence Intervals", sthda.com: predict(lm(dist ~ speed, cars), interval = "prediction").
        var prediction = Line(Cars, LinearNoise.Constant).Predict(speed).Known();

        prediction.Value.Should().BeApproximately(fit, 0.05);
        prediction.Low.Should().BeApproximately(lower, 0.0051);
        prediction.High.Should().BeApproximately(upper, 0.05);
    }

    [Theory]
    [InlineData(LinearNoise.Constant)]
    [InlineData(LinearNoise.ProportionalToX)]
    [InlineData(LinearNoise.ProportionalToY)]
    public void Points_on_a_line_are_continued_exactly(LinearNoise noise)
    {
        var line = Line([(5, 2.5), (10, 4.5), (20, 8.5)], noise);

        line.FixedCost.Value.Should().BeApproximately(0.5, 1e-12);
        line.CostPerUnit.Value.Should().BeApproximately(0.4, 1e-12);
        var prediction = line.Predict(60).Known();
        (prediction.Low, prediction.High)
            .Should().Match<(double, double)>(ends => Math.Abs(ends.Item1 - 24.5) < 1e-9 && Math.Abs(ends.Item2 - 24.5) < 1e-9);
        line.DistinctAmounts.Should().Be(3);
    }

    [Fact]
    public void A_prediction_widens_with_its_distance_and_with_the_level()
    {
        ImmutableArray<(double, double)> points = [(5, 2.4), (5, 2.6), (10, 4.6), (10, 4.4), (20, 8.3), (20, 8.7)];

        Width(Line(points, LinearNoise.Constant), 60).Should().BeGreaterThan(Width(Line(points, LinearNoise.Constant), 20));
        Width(Line(points, LinearNoise.Constant, 0.99), 60).Should().BeGreaterThan(Width(Line(points, LinearNoise.Constant), 60));
        Width(Line(points, LinearNoise.ProportionalToY), 60).Should()
            .BeGreaterThan(Width(Line(points, LinearNoise.Constant), 60), "a long run's own scatter is that of a short one in proportion");
    }

    [Theory]
    [InlineData(LinearNoise.ProportionalToX)]
    [InlineData(LinearNoise.ProportionalToY)]
    public void The_unit_of_time_does_not_matter(LinearNoise noise)
    {
        ImmutableArray<(double X, double Y)> points = [(5, 2.4), (5, 2.6), (10, 4.6), (20, 8.3), (20, 8.7)];
        var milliseconds = Line([.. points.Select(point => (point.X, point.Y * 1000))], noise).Predict(60).Known();
        var seconds = Line(points, noise).Predict(60).Known();

        milliseconds.Low.Should().BeApproximately(seconds.Low * 1000, 1e-6);
        milliseconds.High.Should().BeApproximately(seconds.High * 1000, 1e-6);
    }

    [Fact]
    public void A_prediction_from_relative_errors_covers_the_next_run_as_often_as_it_says()
    {
        // 1 s and 0.4 s a unit at 3 % scatter; 60 from 5, 10, 20 three times each. Over 5000 lines the share's standard error is 0.003.
        const int Lines = 5_000;
        var random = new Random(4711);
        double Run(double amount) => (1 + (0.4 * amount)) * (1 + (0.03 * Normal.Sample(random, 0, 1)));
        var covered = 0;
        for (var i = 0; i < Lines; i++)
        {
            var prediction = Line([.. new double[] { 5, 10, 20, 5, 10, 20, 5, 10, 20 }.Select(x => (x, Run(x)))]).Predict(60).Known();
            var next = Run(60);
            covered += prediction.Low <= next && next <= prediction.High ? 1 : 0;
        }

        (covered / (double)Lines).Should().BeApproximately(0.95, 0.012);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_few_points_make_no_line(int count) =>
        LinearPrediction.Of([.. Norris.Take(count)]).Reason.Should()
            .Be($"{CountText.Of(count, "point", "make")} no line with an error: at least 3 are needed");

    [Fact]
    public void One_amount_of_work_leaves_the_fixed_cost_open() =>
        LinearPrediction.Of([(5, 1), (5, 2), (5, 3)]).Reason.Should()
            .Be("all points are of one amount of work, which leaves its fixed cost open");

    [Theory]
    [InlineData(double.NaN, 1, "a point is not of finite numbers")]
    [InlineData(1, double.PositiveInfinity, "a point is not of finite numbers")]
    [InlineData(1, 0, "a point has no relative error: it is not above 0")]
    [InlineData(1, -1, "a point has no relative error: it is not above 0")]
    public void A_point_without_a_time_spoils_the_line(double x, double y, string reason) =>
        LinearPrediction.Of([(5, 2.5), (10, 4.5), (20, 8.5), (x, y)]).Reason.Should().Be(reason);

    [Fact]
    public void Numbers_whose_squares_overflow_make_no_line()
    {
        LinearPrediction.Of([(1, 1e200), (2, 2e200), (1e200, 5)], LinearNoise.Constant).Reason
            .Should().Be("the points are too far apart, or too close together, to be computed with");
    }

    [Fact]
    public void Three_points_predict_at_a_level_whose_quantile_is_beyond_800()
    {
        // One degree of freedom: t is the cotangent of pi / 1000 by 0.35, 909. The line is 1 + x, its residuals 1, -2 and 1 sixths.
        const double Tail = 0.00035;
        var line = LinearPrediction.Of([(1, 2 + (1.0 / 6)), (2, 3 - (2.0 / 6)), (3, 4 + (1.0 / 6))], LinearNoise.Constant,
            1 - (2 * Tail)).Known();

        var slope = line.CostPerUnit;
        slope.Value.Should().BeApproximately(1, 1e-12);
        slope.High.Should().BeApproximately(1 + (Math.Sqrt(1.0 / 6 / 2) / Math.Tan(Math.PI * Tail)), 1e-6);
    }

    [Fact]
    public void A_negative_cost_makes_no_prediction()
    {
        var line = Line([(5, 1), (10, 5), (20, 13)]);

        line.Predict(1).Reason.Should().Be("the line's cost there is not above 0, so that it has no relative error");
        line.Predict(double.NaN).Reason.Should().Be("the amount of work is not a finite number");
    }

    private static void ShouldBe(Estimate actual, double value, double standardError, int count)
    {
        var reach = StudentT.InvCDF(0, 1, count - 2, 0.975) * standardError;
        actual.Value.Should().BeApproximately(value, 1e-10);
        actual.Low.Should().BeApproximately(value - reach, 1e-10);
        actual.High.Should().BeApproximately(value + reach, 1e-10);
        (actual.Count, actual.Level).Should().Be((count, 0.95));
    }

    private static ImmutableArray<(double X, double Y)> Swapped(params (double Y, double X)[] points) =>
        [.. points.Select(point => (point.X, point.Y))];

    private static double Width(LinearPrediction line, double amount)
    {
        var prediction = line.Predict(amount).Known();
        return prediction.High - prediction.Low;
    }

    private static LinearPrediction Line(
        ImmutableArray<(double X, double Y)> points, LinearNoise noise = LinearNoise.ProportionalToY, double level = 0.95) =>
        LinearPrediction.Of(points, noise, level).Known();
}
