using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

public sealed class MultiplesPictureRules
{
    private const string Transcode = "multiples-transcode";
    private const string Job = "transcode/screencast-360p/libx264-veryfast";

    // Places are written with two decimals.
    private const double Precision = 0.02;

    [Fact]
    public void Each_lane_that_has_a_multiple_has_a_mark_with_its_interval()
    {
        var drawn = DrawnPicture.Of(new CannedRun().Report(), Transcode);

        drawn.Marks.Should().HaveCount(3);
        drawn.Marks[0].Should().Be($"{Job}/native-1t: 1.20 [1.18, 1.22] × native");
    }

    [Fact]
    public void A_lane_without_a_multiple_has_its_name_and_a_reason_instead_of_a_mark()
    {
        var drawn = DrawnPicture.Of(new CannedRun().Report(), Transcode);

        drawn.Texts.Should().ContainInOrder("wazero+Oz-shipped", "not measured", "wasmedge+Oz-shipped", "failed");
        drawn.Picture.Alternative.Should().Contain("wazero+Oz-shipped (wazero is not on PATH)").And.Contain("the guest trapped");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Fewer_than_three_multiples_make_no_picture(int lanes, bool isDrawn) =>
        PictureCatalog.Of(Lanes("one", lanes).Report()).Any(picture => picture.Id == Transcode).Should().Be(isDrawn);

    [Fact]
    public void The_interval_and_the_limit_lie_at_their_numbers_on_the_axis()
    {
        var lanes = Lanes("screencast-360p", 2).Append(CaseSummaries.Measured($"{Job}/wasmtime+O3", 2, 5, 10));
        var drawn = DrawnPicture.Of(lanes.Report(), Transcode);
        var ticks = drawn.BottomTicks();
        double At(double number) => ticks[2] + ((ticks[5] - ticks[2]) * Math.Log(number / 2) / Math.Log(5 / 2.0));
        var bound = At(8);

        var interval = DrawnPicture.Points(drawn.Shapes($"{Job}/wasmtime+O3:")[0]);
        interval[0].X.Should().BeApproximately(At(2), Precision);
        interval[1].X.Should().BeApproximately(At(10), Precision);
        drawn.Marker($"{Job}/wasmtime+O3:").X.Should().BeApproximately(At(5), Precision);
        drawn.Guides.Should().Equal("native: 1", "export-multiple: native multiple at most 8");
        DrawnPicture.Points(drawn.Shapes("export-multiple")[0]).Should().OnlyContain(point => Math.Abs(point.X - bound) < Precision);
        DrawnPicture.Points(drawn.Shapes("native: 1")[0]).Should().OnlyContain(point => Math.Abs(point.X - ticks[1]) < Precision);
        drawn.Texts.Should().Contain("export-multiple: at most 8");
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
    public void The_job_with_the_most_lanes_is_shown_and_the_title_says_so()
    {
        var drawn = DrawnPicture.Of(CommittedRun.Report, Transcode);
        var jobs = CommittedRun.Report.Cases.Where(summary => summary.Case.Job.Workload == "transcode")
            .GroupBy(summary => summary.Case.Job.Id)
            .Select(lanes => (lanes.First().Case.Job, Lanes: lanes.Count(HasMultiple))).ToArray();
        var widest = jobs.MaxBy(job => job.Lanes);

        drawn.Picture.Title.Should().Contain($"{widest.Job.Subject}, {widest.Job.Setting.Title}")
            .And.Contain($"1 of {jobs.Length} jobs");
        drawn.Marks.Should().HaveCount(widest.Lanes).And.OnlyContain(title => title.StartsWith($"{widest.Job.Id}/"));
    }

    [Theory]
    [InlineData(12, 24)]
    [InlineData(13, 13)]
    public void Jobs_with_equally_many_lanes_are_shown_together_if_there_is_room(int lanes, int marks) =>
        DrawnPicture.Of(Lanes("one", lanes).Concat(Lanes("two", lanes)).Report(), Transcode).Marks.Should().HaveCount(marks);

    private static IEnumerable<CaseSummary> Lanes(string clip, int count) => Enumerable.Range(1, count)
        .Select(number => CaseSummaries.Measured($"transcode/{clip}/libx264-veryfast/wasmtime+build-{number}", 2, 3, 4));

    // Native's own is 1 by definition.
    private static bool HasMultiple(CaseSummary summary) =>
        summary.Case.Lane != Lane.Native && summary.Failure is null && summary.NativeMultiple.Reason is null;
}
