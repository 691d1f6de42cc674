using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class EffortAxisRules
{
    private static readonly EffortAxis Axis = new();

    private readonly AxisRun run = new();

    public EffortAxisRules()
    {
        Add(EncoderSetting.X264("ultrafast"), 1, 2000, 38);
        Add(EncoderSetting.X264("veryfast"), 2, 1000, 39);
        Add(EncoderSetting.X264("medium"), 4, 900, 40);
    }

    [Fact]
    public void A_setting_that_trades_one_objective_for_another_is_on_the_front()
    {
        run.Read(Axis).Rows.Should().HaveCount(3);
        run.Read(Axis).Cell("front", "libx264 ultrafast").Text.Should().Be("front");
        run.Read(Axis).Said().Should().StartWith(
            "On transcode/handheld-360p (wazero+O3-simd128-msa) no other setting beats 3 of 3 in speed, size and PSNR-Y at "
            + "once. The fastest of them is libx264 ultrafast (10.0 [9.85, 10.2] x realtime, 2 KiB, 38.00 dB); libx264 medium (");
    }

    [Fact]
    public void A_setting_that_is_slower_larger_and_worse_is_named_with_what_beats_it()
    {
        Add(EncoderSetting.OpenH264("low", 500), 3, 1500, 37);
        Add(EncoderSetting.OpenH264("high", 500), 1.5, 800, 37.5);

        run.Read(Axis).Cell("front", "libopenh264 low, 500 kbit/s").Text.Should().Be("beaten by libx264 veryfast and libopenh264 high, "
            + "500 kbit/s");
        run.Read(Axis).Said().Should().Contain(" no other setting beats 4 of 5 in speed, size and PSNR-Y at once. The fastest of "
            + "them is libx264 ultrafast (");
    }

    [Fact]
    public void A_speed_gain_that_the_rounds_do_not_show_beats_nothing()
    {
        var job = Job(EncoderSetting.X264("faster"));
        run.AddUnsteady(job, MatrixDesign.DefaultLane, 2.1,
            row => row with { OutputBytes = 1100, PsnrYDb = 38.5, Ssim = 0.9, LowestPsnrYDb = 30 });

        run.Read(Axis).Cell("front", "libx264 faster").Text.Should().Be("front", "veryfast is smaller and better, but not surely faster");
    }

    [Fact]
    public void The_native_front_uses_the_native_speed()
    {
        run.Add(Job(EncoderSetting.X264("ultrafast")), Lane.Native, 1).Add(Job(EncoderSetting.X264("veryfast")), Lane.Native, 3);
        Add(EncoderSetting.X264("faster"), 9, 900, 39.5);
        run.Add(Job(EncoderSetting.X264("faster")), Lane.Native, 2);

        run.Read(Axis).Cell("nativeFront", "libx264 veryfast").Text.Should().Be("beaten by libx264 faster");
        run.Read(Axis).Cell("nativeFront", "libx264 medium").Text.Should().Be("not compared", "it was not run natively");
        run.Read(Axis).Cell("front", "libx264 faster").Text.Should().Be("beaten by libx264 medium");
    }

    [Fact]
    public void A_setting_without_quality_is_counted_as_not_compared()
    {
        run.Add(Job(EncoderSetting.X264("faster")), MatrixDesign.DefaultLane, 3);

        run.Read(Axis).Cell("front", "libx264 faster").Text.Should().Be("not compared");
        run.Read(Axis).Said().Should().EndWith("; 1 could not be compared.");
    }

    [Fact]
    public void A_single_setting_makes_no_axis()
    {
        new EffortAxis().Read(new AxisRun().Add(Job(EncoderSetting.X264Veryfast), MatrixDesign.DefaultLane, 1).Input).Should().BeNull();
    }

    [Fact]
    public void A_job_with_its_own_bitrate_belongs_to_the_encoder_axis()
    {
        Add(EncoderSetting.X264("veryfast", 500), 2, 100, 50);

        run.Read(Axis).Rows.Should().HaveCount(3);
    }

    [Fact]
    public void Without_any_quality_there_is_no_sentence()
    {
        new AxisRun().Add(Job(EncoderSetting.X264("fast")), MatrixDesign.DefaultLane, 1)
            .Add(Job(EncoderSetting.X264("medium")), MatrixDesign.DefaultLane, 2)
            .Read(Axis).Sentence.Reason.Should().Be("no round reports it");
    }

    private static Job Job(EncoderSetting setting) => AxisRun.Job(LaneCoverage.DefaultLane, setting);

    private void Add(EncoderSetting setting, double seconds, long bytes, double psnr) =>
        run.Add(Job(setting), MatrixDesign.DefaultLane, seconds,
            row => row with { OutputBytes = bytes, PsnrYDb = psnr, Ssim = 0.9, LowestPsnrYDb = 30 });
}
