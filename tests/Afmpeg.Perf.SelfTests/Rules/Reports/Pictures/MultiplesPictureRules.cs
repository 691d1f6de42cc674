using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class MultiplesPictureRules
{
    private const string Transcode = "multiples-transcode";
    private const string Job = "transcode/screencast-360p/libx264-veryfast";

    // Places are written with four decimals.
    private const double Precision = 0.001;

    [Fact]
    public void Each_lane_that_has_a_multiple_has_a_mark_with_its_interval()
    {
        var drawn = DrawnPicture.Of(new CannedRun().Report(), Transcode);

        drawn.Marks.Should().HaveCount(3);
        drawn.Marks[0].Should().Be($"{Job}/native-1t: 1.20 [1.18, 1.22] × native");
        drawn.Marks.Should().ContainSingle(title => title.StartsWith($"{Job}/wasmtime+O3-simd128: 4.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lane_without_a_multiple_has_no_mark_but_its_name_and_its_reason()
    {
        var drawn = DrawnPicture.Of(new CannedRun().Report(), Transcode);

        drawn.Texts.Should().ContainInOrder("v8+O3-simd128", "not measured", "wazero+Oz-shipped", "not measured", "wasmedge+Oz-shipped", "failed");
        drawn.Picture.Alternative.Should().Contain("Not measured: v8+O3-simd128 (").And.Contain("wazero+Oz-shipped (wazero is not on PATH)").And.Contain("the guest trapped");
    }

    [Fact]
    public void A_run_without_a_multiple_has_no_picture_of_them() =>
        PictureCatalog.Of(CaseSummaries.NotMeasured($"{Job}/wasmtime+O3", "no engine").Report()).Should().NotContain(picture => picture.Id == Transcode);

    [Fact]
    public void Native_alone_is_no_picture() => PictureCatalog.Of(CaseSummaries.Measured($"{Job}/native", 1, 1, 1).Report()).Should().BeEmpty();

    [Fact]
    public void One_multiple_is_enough()
    {
        var drawn = DrawnPicture.Of(CaseSummaries.Measured($"{Job}/wasmtime+O3", 4, 5, 8).Report(), Transcode);

        drawn.Marks.Should().Equal($"{Job}/wasmtime+O3: 5.00 [4.00, 8.00] × native");
        drawn.Picture.Title.Should().Be("Native multiples, transcode: screencast-360p, libx264 veryfast");
    }

    [Fact]
    public void The_interval_and_the_limit_lie_at_their_numbers_on_the_axis()
    {
        var drawn = DrawnPicture.Of(CaseSummaries.Measured($"{Job}/wasmtime+O3", 2, 5, 10).Report(), Transcode);
        var ticks = drawn.BottomTicks();
        var atEight = ticks[1] + ((ticks[10] - ticks[1]) * Math.Log10(8));

        var whisker = DrawnPicture.Points(drawn.Shapes(Job)[0]);
        whisker[0].X.Should().BeApproximately(ticks[2], Precision).And.BeLessThan(whisker[1].X);
        whisker[1].X.Should().BeApproximately(ticks[10], Precision);
        drawn.Guides.Should().Equal("native: 1", "export-multiple: native multiple at most 8");
        DrawnPicture.Points(drawn.Shapes("export-multiple")[0]).Should().OnlyContain(point => Math.Abs(point.X - atEight) < Precision);
        DrawnPicture.Points(drawn.Shapes("native")[0]).Should().OnlyContain(point => Math.Abs(point.X - ticks[1]) < Precision);
        drawn.Texts.Should().Contain("export-multiple: at most 8 ▾");
    }

    [Fact]
    public void A_limit_is_drawn_only_where_it_judges()
    {
        var report = new CannedRun().Report();
        var judged = report.Findings.Count(finding => finding.Limit.Metric == Metric.NativeMultiple);

        DrawnPicture.Of(report, Transcode).Shapes("export-multiple").Should().HaveCount(judged).And.HaveCountLessThan(report.Cases.Length);
        DrawnPicture.Of(report with { Findings = [] }, Transcode).Guides.Should().Equal("native: 1");
    }

    [Fact]
    public void Of_many_jobs_the_one_with_the_most_lanes_is_shown_and_the_title_says_so()
    {
        var drawn = DrawnPicture.Of(DrawnPicture.Committed, Transcode);
        var jobs = DrawnPicture.Committed.Cases.Where(summary => summary.Case.Job.Workload == "transcode").GroupBy(summary => summary.Case.Job.Id)
            .Select(lanes => (lanes.First().Case.Job, Lanes: lanes.Count(HasMultiple))).ToArray();
        var widest = jobs.MaxBy(job => job.Lanes);

        drawn.Picture.Title.Should().Be($"Native multiples, transcode: {widest.Job.Subject}, {widest.Job.Setting.Title} (1 of {jobs.Length} jobs)");
        drawn.Marks.Should().HaveCount(widest.Lanes).And.OnlyContain(title => title.StartsWith($"{widest.Job.Id}/", StringComparison.Ordinal));
    }

    [Fact]
    public void Jobs_with_as_many_lanes_are_shown_together_as_long_as_there_is_room()
    {
        string[] Lanes(string clip, int count) => [.. Enumerable.Range(1, count).Select(number => $"transcode/{clip}/libx264-veryfast/wasmtime+build-{number}")];
        CaseSummary[] Cases(int count) => [.. Lanes("one", count).Concat(Lanes("two", count)).Select(id => CaseSummaries.Measured(id, 2, 3, 4))];

        DrawnPicture.Of(Cases(12).Report(), Transcode).Marks.Should().HaveCount(24);
        DrawnPicture.Of(Cases(13).Report(), Transcode).Picture.Should().Match<Picture>(picture => picture.Marks == 13 && picture.Title.EndsWith("one, libx264 veryfast (1 of 2 jobs)"));
    }

    // Native's own is 1 by definition.
    private static bool HasMultiple(CaseSummary summary) =>
        summary.Case.Lane != Lane.Native && summary.Failure is null && summary.NativeMultiple.Reason is null;
}
