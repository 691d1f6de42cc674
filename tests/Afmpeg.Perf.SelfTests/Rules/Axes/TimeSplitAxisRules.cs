using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class TimeSplitAxisRules
{
    private static readonly Job Transcode = SyntheticRun.Job("transcode", "handheld-360p", LaneCoverage.EveryLane);
    private static readonly Job Remux = SyntheticRun.Job("remux", "handheld", LaneCoverage.NotableLanes);
    private static readonly Job Decode = SyntheticRun.Job("decode", "handheld", LaneCoverage.NotableLanes);
    private static readonly Job Scale = SyntheticRun.Job("scale", "handheld-360p", LaneCoverage.NotableLanes);

    private static readonly string[] Parts = ["start-up, demux, mux", "decode", "filter", "encode, with sound"];

    private static readonly SyntheticRun Native = Lanes(new SyntheticRun(), Lane.NativeOneThread, 0.1, 0.6, 0.8, 2.8);
    private static readonly SyntheticRun Run = Lanes(Native, SyntheticRun.Default, 0.2, 1.2, 2, 8);

    [Fact]
    public void Parts_are_paired_differences_and_add_up_to_the_whole()
    {
        var table = Table(Run);
        double Seconds(string part) => table.Number("seconds", SyntheticRun.Default.Name, part).Value;

        Seconds("decode").Should().BeApproximately(1.0 * 1.035, 1e-9);
        Seconds("filter").Should().BeApproximately(0.8 * 1.035, 1e-9);
        (Parts.Sum(Seconds) + Seconds("remainder")).Should().BeApproximately(Seconds("whole"), 1e-9);
        table.Number("share", SyntheticRun.Default.Name, "filter").Value.Should().BeApproximately(10, 1e-9);
        Parts.Sum(part => table.Number("share", SyntheticRun.Default.Name, part).Value).Should().BeApproximately(100, 1e-9);
    }

    [Fact]
    public void Each_part_is_compared_with_the_same_part_on_one_native_thread()
    {
        var table = Table(Run);

        table.Number("multiple", SyntheticRun.Default.Name, "filter").Value.Should().BeApproximately(4, 1e-9);
        table.Number("multiple", SyntheticRun.Default.Name, "encode, with sound").Value.Should().BeApproximately(3, 1e-9);
        table.Number("multiple", SyntheticRun.Default.Name, "whole").Value.Should().BeApproximately(8 / 2.8, 1e-9);
        table.Cell("multiple", Lane.NativeOneThread.Name, "filter").Text.Should().Be("baseline");
    }

    [Fact]
    public void The_sentence_says_where_to_dig()
    {
        SyntheticRun.Sentence(Table(Run)).Should().Be(
            $"{SyntheticRun.Default.Name} loses the most time on handheld-360p in encode, with sound"
            + " (4.14 s [4.04, 4.24] over native-1t's, 3.00 times [3.00, 3.00]; 75.0 % [75.0, 75.0] of the whole).");
    }

    [Fact]
    public void Parts_whose_intervals_overlap_are_both_named()
    {
        var run = Lanes(Native, SyntheticRun.Default, 0.2, 3, 3.2, 7.4);

        SyntheticRun.Sentence(Table(run)).Should().Contain("in decode (").And.Contain(" or in encode, with sound (")
            .And.EndWith("; these cannot be told apart.");
    }

    [Fact]
    public void A_lane_that_loses_nothing_has_nowhere_to_dig()
    {
        SyntheticRun.Sentence(Table(Lanes(Native, SyntheticRun.Default, 0.1, 0.6, 0.8, 2.8))).Should().Contain("no part of handheld-360p "
            + "takes longer than on native-1t");
    }

    [Fact]
    public void A_part_that_cannot_be_seen_in_every_round_has_no_multiple()
    {
        var run = Lanes(Lanes(new SyntheticRun(), Lane.NativeOneThread, 0.1, 0.6, 0.6, 2.8), SyntheticRun.Default, 0.2, 1.2, 2, 8);

        Table(run).Cell("multiple", SyntheticRun.Default.Name, "filter").Text.Should().Be("not measured: the part is too "
            + "small to be seen in every round");
    }

    [Fact]
    public void Only_rounds_that_all_jobs_share_are_read()
    {
        double[] seven = [.. SyntheticRun.Eight(2).Take(7)];
        var run = Native.With(Remux, SyntheticRun.Default, SyntheticRun.Eight(0.2))
            .With(Decode, SyntheticRun.Default, SyntheticRun.Eight(1.2))
            .With(Scale, SyntheticRun.Default, seven).With(Transcode, SyntheticRun.Default, SyntheticRun.Eight(8));

        Table(run).Number("seconds", SyntheticRun.Default.Name, "decode").Count.Should().Be(7);
        var few = Native.With(Remux, SyntheticRun.Default, 1, 1).With(Decode, SyntheticRun.Default, SyntheticRun.Eight(1.2))
            .With(Scale, SyntheticRun.Default, seven).With(Transcode, SyntheticRun.Default, SyntheticRun.Eight(8));
        Table(few).Cell("seconds", SyntheticRun.Default.Name).Text.Should().StartWith("not measured: 2 rounds support no 95 "
            + "% interval");
        SyntheticRun.Sentence(Table(few)).Should().StartWith("none: 2 rounds");
    }

    [Fact]
    public void Jobs_of_another_clip_or_size_are_not_parts_of_the_whole()
    {
        var other = new JobInput([], Samples.Media.Clip("phone-1080p", "test"));
        var run = new SyntheticRun().With(Remux, SyntheticRun.Default, SyntheticRun.Eight(1))
            .With(Transcode, SyntheticRun.Default, SyntheticRun.Eight(8));

        new TimeSplitAxis().Read(run.With(Decode with { Inputs = [other] }, SyntheticRun.Default, SyntheticRun.Eight(2))
            .With(Scale, SyntheticRun.Default, SyntheticRun.Eight(3)).Input())
            .Should().BeNull();
        new TimeSplitAxis().Read(run.With(Decode, SyntheticRun.Default, SyntheticRun.Eight(2))
            .With(Scale with { Expected = Scale.Expected with { Width = 1 } }, SyntheticRun.Default, SyntheticRun.Eight(3)).Input())
                .Should().BeNull();
    }

    private static SyntheticRun Lanes(SyntheticRun run, Lane lane, double remux, double decode, double scale, double transcode) => run
        .With(Remux, lane, SyntheticRun.Eight(remux))
        .With(Decode, lane, SyntheticRun.Eight(decode))
        .With(Scale, lane, SyntheticRun.Eight(scale))
        .With(Transcode, lane, SyntheticRun.Eight(transcode));

    private static AxisTable Table(SyntheticRun run) => new TimeSplitAxis().Read(run.Input())!;
}
