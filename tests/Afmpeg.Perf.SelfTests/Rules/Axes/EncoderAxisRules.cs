using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class EncoderAxisRules
{
    private static readonly int[] Rates = [300, 500, 800, 1200];
    private static readonly EncoderAxis Axis = new();
    private static readonly RateCurveAxis Points = new();

    private readonly AxisRun run = new();

    public EncoderAxisRules()
    {
        AddCurve(rate => EncoderSetting.X264("veryfast", rate), Rates, seconds: 2, waste: 1);
        AddCurve(rate => EncoderSetting.OpenH264("medium", rate), Rates, seconds: 5, waste: 1.25);
    }

    [Fact]
    public void An_encoder_that_spends_a_quarter_more_for_each_quality_has_a_BD_rate_of_25_percent()
    {
        run.Read(Axis).Number("bdRate", "libopenh264 medium").Value.Should().BeApproximately(25, 0.1);
        run.Read(Axis).Number("bdRateCubic", "libopenh264 medium").Value.Should().BeApproximately(25, 0.1);
        run.Read(Axis).Number("bdPsnr", "libopenh264 medium").Value.Should().BeApproximately(-10 * Math.Log10(1.25), 0.01);
        run.Read(Axis).Number("bdPsnrCubic", "libopenh264 medium").Value.Should().BeApproximately(-10 * Math.Log10(1.25), 0.01);
    }

    [Fact]
    public void The_time_comes_from_the_same_rounds_at_the_same_rates()
    {
        run.Read(Axis).Number("time", "libopenh264 medium").Value.Should().BeApproximately(2.5, 1e-9);
        run.Read(Axis).Number("time", "libopenh264 medium").Count.Should().Be(Rates.Length * AxisRun.Drift.Length);
        run.Read(Axis).Reason("nativeTime", "libopenh264 medium").Should().Be("native was not run");
        run.Read(Axis).Said().Should().Contain("libopenh264 medium needs 25.0 % more bits than libx264 veryfast")
            .And.Contain("2.50 [2.50, 2.50]");
    }

    [Fact]
    public void A_time_difference_that_the_rounds_do_not_show_is_not_claimed()
    {
        foreach (var rate in Rates)
        {
            run.AddUnsteady(Job(EncoderSetting.OpenH264("low", rate)), MatrixDesign.DefaultLane, 2, row => Made(row, rate, 0.8));
        }

        run.Read(Axis).Said().Should().Contain("libopenh264 low needs 20.0 % fewer bits than libx264 veryfast for the same PSNR-Y and "
            + "takes no longer or shorter than the rounds can tell (");
    }

    [Fact]
    public void Fewer_than_four_bitrates_make_no_curve()
    {
        AddCurve(rate => EncoderSetting.OpenH264("high", rate), Rates[..3], seconds: 5, waste: 1.1);

        run.Read(Axis).Reason("bdRate", "libopenh264 high").Should().Be("the test curve has 3 points: at least 4 are needed");
        run.Read(Axis).Number("time", "libopenh264 high").Value.Should().BeApproximately(2.5, 1e-9, "times need no curve");
        run.Read(Axis).Said().Should().NotContain("high");
    }

    [Fact]
    public void A_point_without_quality_leaves_its_curve_without_a_BD_rate_and_says_why()
    {
        run.AddAbsent(Job(EncoderSetting.OpenH264("medium", 2000)), MatrixDesign.DefaultLane, "the budget ended");

        run.Read(Axis).Reason("bdRate", "libopenh264 medium").Should().Be("the budget ended");
        run.Read(Axis).Sentence.Reason.Should().Be("the budget ended");
    }

    [Fact]
    public void A_note_says_that_sound_in_the_files_dilutes_the_difference()
    {
        run.Read(Axis).Notes.Should().NotContain(note => note.Contains("sound", StringComparison.Ordinal));
        var loud = new AxisRun();
        foreach (var setting in new[] { EncoderSetting.X264("veryfast", 300), EncoderSetting.OpenH264("low", 300) })
        {
            loud.Add(AxisRun.Job(LaneCoverage.DefaultLane, setting, hasSound: true), MatrixDesign.DefaultLane, 1);
        }

        loud.Read(Axis).Notes.Should().Contain(note => note.Contains("sound", StringComparison.Ordinal));
    }

    [Fact]
    public void A_single_encoder_is_not_compared()
    {
        var alone = new AxisRun().Add(Job(EncoderSetting.X264("veryfast", 300)), MatrixDesign.DefaultLane, 1);

        Axis.Read(alone.Input).Should().BeNull();
        Points.Read(alone.Input).Should().NotBeNull();
    }

    [Fact]
    public void A_point_shows_its_actual_rate_and_its_quality()
    {
        run.Read(Points).Rows.Should().HaveCount(8);
        run.Read(Points).Number("got", "libopenh264 medium", "500").Value.Should().BeApproximately(625, 0.1);
        run.Read(Points).Number("realtime", "libx264 veryfast", "500").Value.Should().BeApproximately(5, 0.1);
        run.Read(Points).Cell("ssim", "libx264 veryfast", "500").Text.Should().Be("0.9000");
        run.Read(Points).Said().Should().StartWith("4 of 8 outputs").And.Contain(" is 25.0 % above it");
    }

    private static Job Job(EncoderSetting setting) => AxisRun.Job(LaneCoverage.DefaultLane, setting);

    private void AddCurve(Func<int, EncoderSetting> setting, int[] rates, double seconds, double waste)
    {
        foreach (var rate in rates)
        {
            run.Add(Job(setting(rate)), MatrixDesign.DefaultLane, seconds, row => Made(row, rate, waste));
        }
    }

    // 10 s of media; a quality that rises with the logarithm of what was not wasted, so that the curves are parallel.
    private static Measurement Made(Measurement row, int rate, double waste) => row with
    {
        OutputBytes = (long)Math.Round(rate * waste * 1000 * 10 / 8),
        PsnrYDb = 10 * Math.Log10(rate),
        Ssim = 0.9,
        LowestPsnrYDb = 1,
    };
}
