using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Axes;

public sealed class GuidanceRules
{
    private static readonly Lane Fast = Lane.Wasm("wasmtime", "O3");
    private static readonly Lane Slow = Lane.Wasm("wazero", "Oz");

    [Fact]
    public void The_fastest_is_chosen_among_what_is_good_enough()
    {
        var reference = AxisRun.Job();
        var hasty = AxisRun.Job(setting: EncoderSetting.X264("ultrafast"));
        var run = new AxisRun()
            .Add(reference, Fast, 2, row => With(row, 44, 1000))
            .Add(reference, Slow, 6, row => With(row, 44, 1000))
            .Add(hasty, Fast, 1, row => With(row, 41, 3000));

        var guidance = Guidance.Of(run.Input)!;

        guidance.Rows[0].Take(5).Select(cell => cell.Text)
            .Should().Equal("fastest at 40 dB or more", "wazero", "libx264 veryfast", "wazero", "Oz");
        Row(guidance, "fastest at 40 dB or more").Should().StartWith(["libx264 ultrafast", "wasmtime", "O3"]);
        Row(guidance, "fastest at 43 dB or more")
            .Should().StartWith(["libx264 veryfast", "wasmtime", "O3"], "the hasty one is not good enough");
        Row(guidance, "smallest output at 40 dB or more").Should().StartWith(["libx264 veryfast"]);
        guidance.Rows.Should().OnlyContain(row => row.Length == guidance.Columns.Length);
    }

    [Fact]
    public void The_shipped_engine_comes_first_and_another_is_listed_only_where_it_is_better()
    {
        var run = new AxisRun().Add(AxisRun.Job(), Fast, 6, row => With(row, 44, 1000))
            .Add(AxisRun.Job(), Slow, 2, row => With(row, 44, 1000))
            .Add(AxisRun.Job(), Lane.Wasm("wazero", "Oz", StopCheck.Cancel), 1, row => With(row, 44, 1000));

        Guidance.Of(run.Input)!.Rows.Where(row => row[0].Text == "fastest at 43 dB or more").Select(row => (row[1].Text, row[3].Text))
            .Should().Equal([("wazero", "wazero")], "what checks inside the guest is no choice");
    }

    [Fact]
    public void A_setting_that_the_rounds_cannot_tell_from_the_best_is_listed_beside_it()
    {
        var run = new AxisRun().Add(AxisRun.Job(), Fast, 2, row => With(row, 44, 1000))
            .AddUnsteady(AxisRun.Job(), Slow, 2.1, row => With(row, 44, 1000));

        Row(Guidance.Of(run.Input)!, "fastest at 43 dB or more")[^1].Should().StartWith("libx264 veryfast on w");
    }

    [Fact]
    public void A_goal_that_nothing_meets_is_left_out_and_without_footage_there_is_no_guidance()
    {
        var poor = Guidance.Of(new AxisRun().Add(AxisRun.Job(), Fast, 2, row => With(row, 30, 1000)).Input)!;

        poor.Rows.Select(row => row[0].Text).Should().NotContain(goal => goal.StartsWith("fastest"));
        Guidance.Of(new AxisRun().Input).Should().BeNull();
        Guidance.Of(new AxisRun().AddAbsent(AxisRun.Job(), Fast, "no engine").Input)!.Sentence.Reason.Should().Be("no module was measured "
            + "on the reference footage");
    }

    private static string[] Row(AxisTable guidance, string goal) =>
        [.. guidance.Rows.Last(row => row[0].Text == goal).Skip(2).Select(cell => cell.Text)];

    private static Measurement With(Measurement row, double decibels, long bytes) =>
        row with
        {
            PsnrYDb = decibels,
            Ssim = 0.98,
            LowestPsnrYDb = decibels - 1,
            OutputBytes = bytes,
            PeakResidentBytes = 100 << 20,
            FramesDigest = Samples.Digest
        };
}
