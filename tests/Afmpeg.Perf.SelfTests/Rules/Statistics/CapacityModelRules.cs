using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules.Statistics;

public sealed class CapacityModelRules
{
    // M. J. Quinn, Parallel Programming in C with MPI and OpenMP, section 7.3, has 5.9 for 5 % of serial work on 8 processors; the other
    // rows are G. M. Amdahl's law (AFIPS 1967) worked out: 1 / (0.05 + 0.95 / N).
    [Theory]
    [InlineData(8, 5.9)]
    [InlineData(20, 10.3)]
    [InlineData(64, 15.4)]
    public void Five_per_cent_of_contention_scale_as_Amdahls_law_says(int cores, double speedup)
    {
        var model = Model(2, Exactly(2, 2 / 1.05));

        model.Contention.Value.Should().BeApproximately(0.05, 1e-12);
        Prediction(model, cores, cores).Fitted.Value.Should().BeApproximately(speedup, 0.05);
    }

    [Fact]
    public void Points_of_one_contention_give_it_back_whatever_their_number()
    {
        // C = N / (1 + 0.1 (N - 1)).
        var model = Model(8, Exactly(1, 1), Exactly(2, 2 / 1.1), Exactly(4, 4 / 1.3), Exactly(8, 8 / 1.7));

        model.Contention.Value.Should().BeApproximately(0.1, 1e-12);
        model.FittedPoints.Should().Be(3);
        model.Checks.Should().OnlyContain(check => Math.Abs(check.RelativeError) < 1e-12);
    }

    [Fact]
    public void Points_that_no_one_contention_meets_are_fitted_by_least_squares_and_show_their_error()
    {
        // Of x = (N - 1) / N = 1/2, 3/4 and y = 1/C - 1/N = 1/8, 1/12: sigma = (1/16 + 1/16) / (1/4 + 9/16) = 2/13.
        var model = Model(4, Exactly(2, 1.6), Exactly(4, 3));

        model.Contention.Value.Should().BeApproximately(2.0 / 13, 1e-12);
        model.Checks[0].RelativeError.Should().BePositive();
        model.Checks[1].RelativeError.Should().BeNegative();
    }

    [Fact]
    public void Instances_without_a_core_test_the_cap_and_are_not_fitted()
    {
        var model = Model(2, Exactly(4, 1.5), Exactly(1, 1), Exactly(2, 1.6));

        model.Contention.Value.Should().BeApproximately(0.25, 1e-12);
        model.Checks.Select(check => (check.Point.Instances, check.Fitted)).Should().Equal((1, false), (2, true), (4, false));
        model.Checks[2].Predicted.Should().BeApproximately(1.6, 1e-12);
        model.Checks[2].RelativeError.Should().BeApproximately((1.6 / 1.5) - 1, 1e-12);
        Prediction(model, 64, 2).Fitted.Value.Should().BeApproximately(1.6, 1e-12);
    }

    [Fact]
    public void A_prediction_carries_the_points_interval_the_linear_bound_and_whether_it_extrapolates()
    {
        var model = Model(2, new CapacityPoint(2, new Estimate(1.9, 1.8, 1.95, 9, 0.96)));
        var prediction = Prediction(model, 100, 64);

        prediction.Linear.Should().Be(64);
        prediction.Extrapolated.Should().BeTrue();
        prediction.Fitted.Value.Should().BeApproximately(64 / (1 + (63 * ((2 / 1.9) - 1))), 1e-9);
        prediction.Fitted.Low.Should().BeApproximately(64 / (1 + (63 * ((2 / 1.8) - 1))), 1e-9);
        prediction.Fitted.High.Should().BeApproximately(64 / (1 + (63 * ((2 / 1.95) - 1))), 1e-9);
        (prediction.Fitted.Count, prediction.Fitted.Level).Should().Match<(int, double)>(of => of.Item1 == 9 && Math.Abs(of.Item2 - 0.96) < 1e-12);
        Prediction(model, 2, 64).Extrapolated.Should().BeFalse("two instances keep two cores busy, wherever they are");
        Prediction(model, 1, 64).Fitted.Should().Match<Estimate>(one => one.Low == 1 && one.Value == 1 && one.High == 1);
    }

    [Fact]
    public void Two_intervals_hold_together_less_often_than_one()
    {
        var measured = new Estimate(1.9, 1.8, 1.95, 9, 0.96);
        var model = Model(4, new CapacityPoint(2, measured), new CapacityPoint(4, measured with { Value = 3, Low = 2.8, High = 3.2, Count = 7, Level = 0.98 }));

        model.Contention.Level.Should().BeApproximately(0.94, 1e-12);
        model.Contention.Count.Should().Be(7);
        model.Checks.Should().Contain(check => check.Agrees);
        model.Contention.Low.Should().BeLessThan(model.Contention.Value).And.BeGreaterThan(0);
        model.Contention.High.Should().BeGreaterThan(model.Contention.Value);
    }

    [Fact]
    public void Better_than_linear_is_read_as_linear()
    {
        var model = Model(2, new CapacityPoint(2, new Estimate(2.02, 1.98, 2.1, 6, 0.96875)));

        (model.Contention.Low, model.Contention.Value).Should().Be((0, 0));
        model.Contention.High.Should().BePositive();
        Prediction(model, 64, 64).Fitted.Value.Should().Be(64);
        model.Checks[0].RelativeError.Should().BeNegative();
        model.Checks[0].Agrees.Should().BeTrue();
    }

    [Fact]
    public void Worse_than_one_instance_is_fitted_too()
    {
        var model = Model(2, Exactly(2, 0.8));

        model.Contention.Value.Should().BeApproximately(1.5, 1e-12);
        Prediction(model, 64, 64).Fitted.Value.Should().BeInRange(0.6, 0.8);
    }

    [Fact]
    public void Without_a_point_within_the_cores_there_is_no_model()
    {
        CapacityModel.Of([], 2).Reason.Should().Be("no point is of two or more instances that have a core each, of 2");
        CapacityModel.Of([Exactly(1, 1)], 2).Reason.Should().Be("no point is of two or more instances that have a core each, of 2");
        CapacityModel.Of([Exactly(2, 1)], 1).Reason.Should().Be("no point is of two or more instances that have a core each, of 1");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(2, 0)]
    [InlineData(2, -1)]
    [InlineData(2, double.Epsilon)]
    [InlineData(2, double.NaN)]
    [InlineData(2, double.PositiveInfinity)]
    public void A_point_that_is_none_spoils_the_model(int instances, double throughput)
    {
        CapacityModel.Of([Exactly(3, 2), Exactly(instances, throughput)], 4).Reason
            .Should().Be("a point has no instance, or a throughput that is not a finite number above 0");
    }

    [Fact]
    public void One_number_of_instances_has_one_point() =>
        CapacityModel.Of([Exactly(2, 1.8), Exactly(2, 1.9)], 2).Reason.Should().Be("two points are of one number of instances");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Nothing_on_nothing_is_no_prediction(int instances, int cores) =>
        Model(2, Exactly(2, 1.9)).Predict(instances, cores).Reason.Should().Be("a prediction needs at least one instance and one core");

    private static CapacityPoint Exactly(int instances, double throughput) => new(instances, new Estimate(throughput, throughput, throughput, 6, 0.96875));

    private static CapacityModel Model(int cores, params ImmutableArray<CapacityPoint> points) => Found(CapacityModel.Of(points, cores));

    private static CapacityPrediction Prediction(CapacityModel model, int instances, int cores) => Found(model.Predict(instances, cores));

    private static T Found<T>(Reading<T> reading)
        where T : class
    {
        reading.TryGet(out var found).Should().BeTrue(reading.Reason);
        return found!;
    }
}
