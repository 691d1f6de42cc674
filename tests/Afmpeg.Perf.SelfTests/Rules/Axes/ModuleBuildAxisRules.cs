using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class ModuleBuildAxisRules
{
    private const string Shipped = MatrixDesign.ShippedBuild;

    private static readonly Job Reference = AxisRun.Job();

    private static readonly ModuleBuildAxis Axis = new();

    private readonly AxisRun run = new AxisRun()
        .Add(Reference, Lane.Native, 1)
        .Add(Reference, On(Shipped), 4)
        .Add(Reference, On("O3"), 2)
        .AddModule(Shipped, 1_250_000)
        .AddModule("O3", 2_500_000);

    [Fact]
    public void A_builds_speed_is_relative_to_the_shipped_builds_rounds()
    {
        run.Read(Axis).Number("speed", "O3").Value.Should().BeApproximately(2, 1e-9);
        run.Read(Axis).Cell("speed", Shipped).Text.Should().Be("1");
        run.Read(Axis).Number("nativeMultiple", Shipped).Value.Should().BeApproximately(4, 1e-9);
    }

    [Fact]
    public void A_larger_and_faster_builds_speed_stands_beside_its_larger_download() =>
        run.Read(Axis).Said().Should().Contain("O3 encodes 2.00").And.Contain("1.2 MiB larger");

    [Fact]
    public void The_intervals_ends_are_in_order()
    {
        run.AddUnsteady(Reference, On("O2"), 1).AddModule("O2", 1_500_000);
        var speed = run.Read(Axis).Number("speed", "O2");

        speed.Low.Should().BeLessThan(speed.Value);
        speed.Value.Should().BeLessThan(speed.High);
    }

    [Fact]
    public void A_build_that_the_rounds_cannot_tell_from_the_best_is_named_as_its_equal()
    {
        run.AddUnsteady(Reference, On("O2"), 2).AddModule("O2", 2_000_000).Read(Axis).Said()
            .Should().Contain("the rounds do not tell ");
    }

    [Fact]
    public void A_difference_that_the_rounds_do_not_show_is_not_claimed()
    {
        var table = new AxisRun().Add(Reference, On(Shipped), 4).AddUnsteady(Reference, On("O3"), 4).AddModule(Shipped, 1)
            .AddModule("O3", 2).Read(Axis);

        table.Said().Should().Be("gpl: no build is faster than Oz-shipped by more than the rounds can tell.");
    }

    [Fact]
    public void Without_the_shipped_build_there_is_nothing_to_compare_with()
    {
        var table = new AxisRun().Add(Reference, On("O3"), 2).AddModule("O3", 1).Read(Axis);

        table.Sentence.Reason.Should().Be("Oz-shipped was not run");
        table.Reason("speed", "O3").Should().Be("Oz-shipped was not run");
    }

    [Fact]
    public void A_build_that_could_not_run_says_why_and_spoils_no_other()
    {
        var table = run.AddAbsent(Reference, On("O2"), "it is not built").Read(Axis);

        table.Reason("speed", "O2").Should().Be("it is not built");
        table.Reason("brotliBytes", "O2").Should().Be("gpl+O2 was not there to be measured");
        table.Said().Should().StartWith("gpl: O3 encodes 2.00");
    }

    [Fact]
    public void Each_flavour_is_compared_with_its_own_shipped_build()
    {
        var lgpl = AxisRun.Job(setting: EncoderSetting.OpenH264("medium", 500));
        run.Add(lgpl, On(Shipped), 9).Add(lgpl, On("O3"), 3).AddModule(Shipped, 100, "lgpl").AddModule("O3", 100, "lgpl");

        run.Read(Axis).Number("speed", "lgpl", "O3").Value.Should().BeApproximately(3, 1e-9);
        run.Read(Axis).Said().Should().Contain("; lgpl: O3 encodes 3.00 [3.00, 3.00] times as fast as Oz-shipped, and its download is no "
            + "larger.");
    }

    [Fact]
    public void Other_jobs_engines_and_spread_lanes_are_not_part_of_it()
    {
        run.Add(AxisRun.Job(LaneCoverage.NotableLanes, subject: "other"), On("O3"), 1)
            .Add(Reference, Lane.Wasm("v8", "O3"), 1)
            .Add(Reference, On("O3").Over(LaneMode.Segments, 2), 1);

        run.Read(Axis).Rows.Should().HaveCount(2);
        new ModuleBuildAxis().Read(new AxisRun().Add(AxisRun.Job(LaneCoverage.NotableLanes), On("O3"), 1).Input).Should().BeNull();
    }

    private static Lane On(string build) => Lane.Wasm(MatrixDesign.ShippedEngine, build);
}
