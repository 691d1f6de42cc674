using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class PerfTableRules
{
    private readonly PerfTable table = PerfTable.PerJob(new CannedRun().Report().Cases).Single();

    [Fact]
    public void A_table_is_titled_with_its_job() => table.Title.Should().Be("transcode/screencast-360p  libx264 veryfast, 90 frames");

    [Fact]
    public void Every_column_has_a_header_and_a_legend() =>
        table.Columns.Should().OnlyContain(column => column.Header.Length > 0 && column.Legend.EndsWith('.'));

    [Fact]
    public void Every_row_has_a_cell_per_column() => table.Rows.Should().OnlyContain(row => row.Cells.Length == table.Columns.Length);

    [Fact]
    public void Native_is_one_against_itself() => Cell(Lane.Native, "native multiple").Should().Be("1");

    [Fact]
    public void Portable_is_one_against_itself() => Cell(Lane.NativePortable, "vs portable").Should().Be("1");

    [Fact]
    public void A_multiple_comes_with_its_interval() => Cell(CannedRun.Measured, "native multiple").Should().MatchRegex(@"^4\.\d\d \[4\.\d\d, 4\.\d\d\]$");

    [Fact]
    public void A_module_that_decodes_to_the_portable_frames_says_so() => Cell(CannedRun.Measured, "output").Should().Be("= portable");

    [Fact]
    public void The_portable_lane_itself_shows_its_bytes() => Cell(Lane.NativePortable, "output").Should().Be("402.7 KiB");

    [Fact]
    public void Cold_start_is_compile_and_instantiate() => Cell(CannedRun.Measured, "cold start").Should().Be("33 ms");

    [Fact]
    public void A_column_without_meaning_for_a_lane_shows_a_dash_and_why()
    {
        Cell(Lane.Native, "cold start").Should().Be("-");
        table.Footnotes.Should().Contain(new PerfFootnote("-", "a native lane compiles nothing"));
    }

    [Fact]
    public void Too_few_rounds_show_no_multiple_and_why()
    {
        Cell(CannedRun.FewRounds, "native multiple").Should().StartWith("not measured (");
        Cell(CannedRun.FewRounds, "rounds").Should().Be("1");
        ReasonOf(CannedRun.FewRounds).Should().StartWith("1 round supports no 95");
    }

    [Fact]
    public void A_lane_that_is_not_here_shows_why() => ReasonOf(CannedRun.NotMeasured).Should().Be("wazero is not on PATH");

    [Fact]
    public void A_failed_case_shows_FAILED_and_why()
    {
        Cell(CannedRun.Failed, "native multiple").Should().StartWith("FAILED (");
        ReasonOf(CannedRun.Failed).Should().StartWith("round 2: the guest trapped");
    }

    [Fact]
    public void What_was_lost_shows_as_psnr_and_ssim()
    {
        Cell(Lane.Native, "PSNR-Y").Should().Be("43.21");
        Cell(Lane.Native, "SSIM").Should().Be("0.9856");
        Cell(CannedRun.NotMeasured, "SSIM").Should().StartWith("not measured (");
    }

    [Fact]
    public void A_job_that_loses_nothing_shows_a_dash_and_why()
    {
        var lossless = PerfTable.PerJob(new CannedRun { Setting = EncoderSetting.Png }.Report().Cases).Single();
        var column = lossless.Columns.Select(each => each.Header).ToList().IndexOf("PSNR-Y");

        lossless.Rows.Select(row => row.Cells[column].ToString()).Should().OnlyContain(cell => cell == "-");
        lossless.Footnotes.Should().Contain(new PerfFootnote("-", "no picture is encoded with loss"));
    }

    [Fact]
    public void An_output_equal_to_what_its_encoder_was_given_shows_a_dash()
    {
        var measured = new CannedRun().Report().Cases[0] with { Quality = Reading<PictureQuality>.Unavailable(PictureQuality.NothingLost) };
        var equal = PerfTable.PerJob([measured]).Single();

        equal.Rows[0].Cells.Count(cell => cell.ToString() == "-").Should().BeGreaterThan(1);
        equal.Footnotes.Should().Contain(new PerfFootnote("-", PictureQuality.NothingLost));
    }

    [Fact]
    public void Each_reason_stands_under_the_table_once() => table.Footnotes.Select(note => note.Reason).Should().OnlyHaveUniqueItems();

    [Fact]
    public void A_cell_that_shows_a_reading_holds_it_unrounded_and_no_other_holds_one()
    {
        CellOf(Lane.NativePortable, "output").Number.Should().Be(412_345);
        CellOf(CannedRun.Measured, "output").Should().Be(new PerfCell("= portable", null, 412_345));
        CellOf(CannedRun.Measured, "cold start").Number.Should().BeApproximately(0.033, 1e-9);
        CellOf(CannedRun.FewRounds, "native multiple").Number.Should().BeNull();
        CellOf(Lane.Native, "lane").Number.Should().BeNull();
    }

    private string Cell(Lane lane, string header) => CellOf(lane, header).ToString();

    private string ReasonOf(Lane lane) => table.Footnotes.Single(note => note.Mark == CellOf(lane, "native multiple").Mark).Reason;

    private PerfCell CellOf(Lane lane, string header) =>
        table.Rows.Single(row => row.Summary.Case.Lane == lane).Cells[table.Columns.Select(column => column.Header).ToList().IndexOf(header)];
}
