using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Rules.Axes;

public sealed class TimeSplitAxisRules
{
    private static readonly Job Transcode = HandmadeRun.Job("transcode", "handheld-360p", Breadth.EveryLane);
    private static readonly Job Remux = HandmadeRun.Job("remux", "handheld", Breadth.NotableLanes);
    private static readonly Job Decode = HandmadeRun.Job("decode", "handheld", Breadth.NotableLanes);
    private static readonly Job Scale = HandmadeRun.Job("scale", "handheld-360p", Breadth.NotableLanes);

    private static readonly string[] Parts = ["start-up, demux, mux", "decode", "filter", "encode, with sound"];

    private static readonly HandmadeRun Native = Lanes(new HandmadeRun(), Lane.NativeOneThread, 0.1, 0.6, 0.8, 2.8);
    private static readonly HandmadeRun Run = Lanes(Native, HandmadeRun.Default, 0.2, 1.2, 2, 8);

    [Fact]
    public void A_run_without_the_jobs_within_has_no_table()
    {
        new TimeSplitAxis().Read(new HandmadeRun().With(Transcode, HandmadeRun.Default, HandmadeRun.Eight(8)).Input()).Should().BeNull();
    }

    [Fact]
    public void Parts_are_paired_differences_and_add_up_to_the_whole()
    {
        var table = Table(Run);
        double Seconds(string part) => HandmadeRun.Number(table, "seconds", HandmadeRun.Default.Name, part).Value;

        Seconds("decode").Should().BeApproximately(1.0 * 1.035, 1e-9);
        Seconds("filter").Should().BeApproximately(0.8 * 1.035, 1e-9);
        (Parts.Sum(Seconds) + Seconds("remainder")).Should().BeApproximately(Seconds("whole"), 1e-9);
        HandmadeRun.Number(table, "share", HandmadeRun.Default.Name, "filter").Value.Should().BeApproximately(10, 1e-9);
        Parts.Sum(part => HandmadeRun.Number(table, "share", HandmadeRun.Default.Name, part).Value).Should().BeApproximately(100, 1e-9);
    }

    [Fact]
    public void Each_part_is_held_against_the_same_part_on_one_native_thread()
    {
        var table = Table(Run);

        HandmadeRun.Number(table, "multiple", HandmadeRun.Default.Name, "filter").Value.Should().BeApproximately(4, 1e-9);
        HandmadeRun.Number(table, "multiple", HandmadeRun.Default.Name, "encode, with sound").Value.Should().BeApproximately(3, 1e-9);
        HandmadeRun.Number(table, "multiple", HandmadeRun.Default.Name, "whole").Value.Should().BeApproximately(8 / 2.8, 1e-9);
        HandmadeRun.Cell(table, "multiple", Lane.NativeOneThread.Name, "filter").Text.Should().Be("baseline");
    }

    [Fact]
    public void The_sentence_says_where_to_dig()
    {
        HandmadeRun.Sentence(Table(Run)).Should().Be(
            $"On {HandmadeRun.Default.Name} most of what handheld-360p takes longer than on native-1t is lost in encode, with sound"
            + " (4.14 s [4.04, 4.24] over native-1t's, 3.00 times [3.00, 3.00]; 75.0 % [75.0, 75.0] of the whole): dig there.");
    }

    [Fact]
    public void Parts_whose_intervals_overlap_are_both_named()
    {
        var run = Lanes(Native, HandmadeRun.Default, 0.2, 3, 3.2, 7.4);

        HandmadeRun.Sentence(Table(run)).Should().Contain("lost in decode (").And.Contain(" or in encode, with sound (").And.EndWith("dig there; they are not told apart.");
    }

    [Fact]
    public void A_lane_that_loses_nothing_has_nowhere_to_dig()
    {
        HandmadeRun.Sentence(Table(Lanes(Native, HandmadeRun.Default, 0.1, 0.6, 0.8, 2.8))).Should().Contain("no part of handheld-360p takes longer than on native-1t");
    }

    [Fact]
    public void A_part_that_cannot_be_seen_in_every_round_has_no_multiple()
    {
        var run = Lanes(Lanes(new HandmadeRun(), Lane.NativeOneThread, 0.1, 0.6, 0.6, 2.8), HandmadeRun.Default, 0.2, 1.2, 2, 8);

        HandmadeRun.Cell(Table(run), "multiple", HandmadeRun.Default.Name, "filter").Text.Should().Be("not measured: the part is too small to be seen in every round");
    }

    [Fact]
    public void Only_rounds_that_all_jobs_share_are_read()
    {
        double[] seven = [.. HandmadeRun.Eight(2).Take(7)];
        var run = Native.With(Remux, HandmadeRun.Default, HandmadeRun.Eight(0.2)).With(Decode, HandmadeRun.Default, HandmadeRun.Eight(1.2))
            .With(Scale, HandmadeRun.Default, seven).With(Transcode, HandmadeRun.Default, HandmadeRun.Eight(8));

        HandmadeRun.Number(Table(run), "seconds", HandmadeRun.Default.Name, "decode").Count.Should().Be(7);
        var few = Native.With(Remux, HandmadeRun.Default, 1, 1).With(Decode, HandmadeRun.Default, HandmadeRun.Eight(1.2))
            .With(Scale, HandmadeRun.Default, seven).With(Transcode, HandmadeRun.Default, HandmadeRun.Eight(8));
        HandmadeRun.Cell(Table(few), "seconds", HandmadeRun.Default.Name).Text.Should().StartWith("not measured: 2 rounds support no 95 % interval");
        HandmadeRun.Sentence(Table(few)).Should().StartWith("none: 2 rounds");
    }

    [Fact]
    public void A_lane_that_lacks_a_job_has_no_row()
    {
        Table(Run.With(Transcode, Lane.Native, HandmadeRun.Eight(2))).Rows.Select(row => row[1].Text).Distinct()
            .Should().Equal(Lane.NativeOneThread.Name, HandmadeRun.Default.Name);
    }

    [Fact]
    public void Jobs_of_another_clip_or_size_are_not_within()
    {
        var other = new JobInput([], Samples.Media.Clip("phone-1080p", "test"));
        var run = new HandmadeRun().With(Remux, HandmadeRun.Default, HandmadeRun.Eight(1)).With(Transcode, HandmadeRun.Default, HandmadeRun.Eight(8));

        new TimeSplitAxis().Read(run.With(Decode with { Inputs = [other] }, HandmadeRun.Default, HandmadeRun.Eight(2)).With(Scale, HandmadeRun.Default, HandmadeRun.Eight(3)).Input())
            .Should().BeNull();
        new TimeSplitAxis().Read(run.With(Decode, HandmadeRun.Default, HandmadeRun.Eight(2))
            .With(Scale with { Expected = Scale.Expected with { Width = 1 } }, HandmadeRun.Default, HandmadeRun.Eight(3)).Input()).Should().BeNull();
    }

    private static HandmadeRun Lanes(HandmadeRun run, Lane lane, double remux, double decode, double scale, double transcode) => run
        .With(Remux, lane, HandmadeRun.Eight(remux))
        .With(Decode, lane, HandmadeRun.Eight(decode))
        .With(Scale, lane, HandmadeRun.Eight(scale))
        .With(Transcode, lane, HandmadeRun.Eight(transcode));

    private static AxisTable Table(HandmadeRun run) => new TimeSplitAxis().Read(run.Input())!;
}
