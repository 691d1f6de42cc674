using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Summaries;

public sealed class NoiseFloorRules
{
    private static readonly double[] Twin = [1, 1.01, 0.99, 1.02, 0.98, 1, 1.03];

    [Fact]
    public void The_floor_is_the_largest_difference_between_equals_that_the_interval_allows()
    {
        new NoiseFloor(new Estimate(1, 0.98, 1.05, 7, 0.97)).Fraction.Should().BeApproximately(0.05, 1e-12);
        new NoiseFloor(new Estimate(0.95, 0.9, 1.02, 7, 0.97)).Fraction.Should()
            .BeApproximately((1 / 0.9) - 1, 1e-12, "slower and faster are the same difference");
    }

    [Theory]
    [InlineData(8.39, 8, true)]
    [InlineData(8.41, 8, false)]
    [InlineData(7.63, 8, true)]
    [InlineData(7.61, 8, false)]
    [InlineData(8, 8, true)]
    public void It_hides_readings_nearer_to_a_bound_on_either_side(double value, double bound, bool isHidden)
    {
        new NoiseFloor(new Estimate(1, 1, 1.05, 7, 0.97)).Hides(value, bound).Should().Be(isHidden);
    }

    [Fact]
    public void It_is_read_from_paired_rounds_of_the_twins()
    {
        var floor = Floor([.. Rows(0, [2, 2, 2, 2, 2, 2, 2]), .. Rows(1, [.. Twin.Select(factor => 2 * factor)])]);

        PairedRatio.Of(Twin.Select(factor => (2.0, 2 * factor))).TryGet(out var ratio).Should().BeTrue();
        floor.Ratio.Should().Be(ratio);
    }

    [Fact]
    public void Host_drift_is_not_noise()
    {
        double[] drift = [1, 2, 3, 4, 5, 6, 7];

        Floor([.. Rows(0, drift), .. Rows(1, drift)]).Fraction.Should().BeApproximately(0, 1e-12);
    }

    [Fact]
    public void Other_rows_and_failed_rows_are_not_part_of_it()
    {
        Measurement[] pair = [.. Rows(0, Twin), .. Rows(1, Twin.Reverse())];
        var broken = pair[0] with { Round = 8, Outcome = Outcome.Failed, ExecuteSeconds = 100 };

        Floor([.. pair, .. Samples.Rows(Lane.Native, 5, 6, 7, 8), broken, pair[^1] with { Round = 8 }]).Should().Be(Floor(pair));
    }

    [Fact]
    public void Without_the_pair_there_is_no_floor()
    {
        NoiseFloor.Of([]).Reason.Should().Be("no lane was measured against itself");
        NoiseFloor.Of(Samples.Rows(Lane.Native, 1, 1, 1, 1, 1, 1, 1)).Reason.Should().Be("no lane was measured against itself");
        NoiseFloor.Of(Rows(0, Twin)).Reason.Should().Be("no lane was measured against itself", "one of two is no pair");
    }

    [Fact]
    public void Too_few_pairs_make_no_floor()
    {
        NoiseFloor.Of([.. Rows(0, Twin), .. Rows(1, Twin.Take(1))]).Reason.Should().StartWith("1 round supports no 95 % interval");
    }

    private static IEnumerable<Measurement> Rows(int twin, IEnumerable<double> seconds) =>
        Samples.Rows(Lane.Twins[twin], [.. seconds]).Select(row => row with { Workload = NoisePair.Workload });

    private static NoiseFloor Floor(Measurement[] rows)
    {
        NoiseFloor.Of(rows).TryGet(out var floor).Should().BeTrue();
        return floor!;
    }
}
