using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class SegmentsAxisRules
{
    private static readonly Job Split = SyntheticRun.Job("split", "handheld-360p", LaneCoverage.Segments);
    private static readonly Lane Two = SyntheticRun.Default.Over(LaneMode.Segments, 2);

    private static readonly SyntheticRun Single = new SyntheticRun()
        .With(Split, Lane.Native, SyntheticRun.Eight(10))
        .With(Split, Lane.NativePortable, SyntheticRun.Eight(15))
        .With(Split, SyntheticRun.Default, row => row with { PsnrYDb = 40, Ssim = 0.99, LowestPsnrYDb = 36 }, SyntheticRun.Eight(24));

    private static readonly SyntheticRun Run = Single.With(Split, Two, Joined, SyntheticRun.Eight(15));

    [Fact]
    public void A_split_is_compared_with_one_instance_and_with_native()
    {
        var table = Table(Run);

        table.Number("gain", Two.Name).Value.Should().BeApproximately(1.6, 1e-9);
        table.Number("nativeMultiple", Two.Name).Value.Should().BeApproximately(1.5, 1e-9);
        table.Number("bytesRatio", Two.Name).Value.Should().BeApproximately(2.5, 1e-9);
        table.Cell("psnr", Two.Name).Text.Should().Be("39.95");
        table.Cell("lowestPsnr", Two.Name).Text.Should().Be("33.00");
        table.Cell("frames", Two.Name).Text.Should().Be("exact (90)");
        table.Rows.Select(row => row[1].Text).Should().Equal("native", SyntheticRun.Default.Name, Two.Name);
        var doubled = Single.With(Split, Two, row => row with { Frames = 91 }, SyntheticRun.Eight(15));
        Table(doubled).Cell("frames", Two.Name).Text.Should().Be("91, not 90");
    }

    [Fact]
    public void The_sentence_says_what_splitting_buys_and_costs()
    {
        SyntheticRun.Sentence(Table(Run)).Should().Be(
            $"{Two.Name} on handheld-360p: 1.60 times [1.60, 1.60] as fast as one instance, 1.50 times [1.50, 1.50] native's time; "
            + "bytes +2.50 %, average PSNR -0.05 dB, worst frame -3.00 dB, frames exact (90).");
    }

    [Theory]
    [InlineData(30, "only 0.800 times [0.800, 0.800] as fast as one instance, 3.00 times [3.00, 3.00] native's time")]
    [InlineData(20, "1.20 times [1.20, 1.20] as fast as one instance, 2.00 times [2.00, 2.00] native's time")]
    public void A_split_that_gains_little_or_nothing_says_so(double seconds, string expected)
    {
        SyntheticRun.Sentence(Table(Single.With(Split, Two, Joined, SyntheticRun.Eight(seconds)))).Should().Contain(expected);
    }

    [Fact]
    public void A_gain_that_the_rounds_do_not_show_is_not_claimed()
    {
        SyntheticRun.Sentence(Table(Single.With(Split, Two, Joined, SyntheticRun.Scattered(24.5))))
            .Should().Contain("no faster than one instance, as far as measured");
    }

    [Fact]
    public void Without_one_instance_there_is_no_gain()
    {
        var run = new SyntheticRun().With(Split, Lane.Native, SyntheticRun.Eight(10)).With(Split, Two, SyntheticRun.Eight(15));

        SyntheticRun.Sentence(Table(run)).Should().Be($"none: {SyntheticRun.Default.Name} was not planned");
        Table(run).Number("nativeMultiple", Two.Name).Value.Should().BeApproximately(1.5, 1e-9);
    }

    private static Measurement Joined(Measurement row) => row with { OutputBytes = 1025, PsnrYDb = 39.95, Ssim = 0.99, LowestPsnrYDb = 33 };

    private static AxisTable Table(SyntheticRun run) => new SegmentsAxis().Read(run.Input())!;
}
