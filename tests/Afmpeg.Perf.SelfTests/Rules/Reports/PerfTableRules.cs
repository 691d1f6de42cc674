using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class PerfTableRules
{
    private readonly PerfTable table = PerfTable.PerJob(new CannedRun().Report().Cases).Single();

    [Fact]
    public void A_table_has_its_jobs_title_a_legend_per_column_and_a_cell_per_column()
    {
        table.Title.Should().Be("transcode/screencast-360p  libx264 veryfast, 90 frames");
        table.Columns.Should().OnlyContain(column => column.Header.Length > 0 && column.Legend.EndsWith('.'));
        table.Rows.Should().OnlyContain(row => row.Cells.Length == table.Columns.Length);
        table.Footnotes.Select(note => note.Reason).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("native", "native multiple", "1")]
    [InlineData("native-portable", "vs portable", "1")]
    [InlineData("native-portable", "output", "402.7 KiB")]
    [InlineData("native", "cold start", "-")]
    [InlineData("native", "PSNR-Y", "43.21")]
    [InlineData("native", "SSIM", "0.9856")]
    [InlineData("wasmtime+O3-simd128", "native multiple", "4.?? [4.??, 4.??]")]
    [InlineData("wasmtime+O3-simd128", "output", "= portable")]
    [InlineData("wasmtime+O3-simd128", "cold start", "33 ms")]
    [InlineData("v8+O3-simd128", "native multiple", "not measured (*")]
    [InlineData("v8+O3-simd128", "rounds", "1")]
    [InlineData("wazero+Oz-shipped", "SSIM", "not measured (*")]
    [InlineData("wasmedge+Oz-shipped", "native multiple", "FAILED (*")]
    public void A_cell_shows_its_reading(string lane, string header, string expected) =>
        Cell(lane, header).ToString().Should().Match(expected);

    [Fact]
    public void An_empty_cell_has_its_reason_below()
    {
        ReasonOf(CannedRun.FewRounds).Should().StartWith("1 round supports no 95");
        ReasonOf(CannedRun.NotMeasured).Should().Be("wazero is not on PATH");
        ReasonOf(CannedRun.Failed).Should().StartWith("round 2: the guest trapped");
        table.Footnotes.Should().Contain(new PerfFootnote("-", "a native lane compiles nothing"));
    }

    [Fact]
    public void A_job_without_loss_shows_a_dash_and_why()
    {
        var lossless = PerfTable.PerJob(new CannedRun { Setting = EncoderSetting.Png }.Report().Cases).Single();
        var column = lossless.Columns.Select(each => each.Header).ToList().IndexOf("PSNR-Y");

        lossless.Rows.Select(row => row.Cells[column].ToString()).Should().OnlyContain(cell => cell == "-");
        lossless.Footnotes.Should().Contain(new PerfFootnote("-", "no picture is encoded with loss"));
    }

    [Fact]
    public void An_output_equal_to_its_encoders_input_shows_a_dash()
    {
        var measured = new CannedRun().Report().Cases[0] with { Quality = Reading<PictureQuality>.Unavailable(PictureQuality.NothingLost) };
        var equal = PerfTable.PerJob([measured]).Single();

        equal.Rows[0].Cells.Count(cell => cell.ToString() == "-").Should().BeGreaterThan(1);
        equal.Footnotes.Should().Contain(new PerfFootnote("-", PictureQuality.NothingLost));
    }

    [Fact]
    public void Only_a_cell_with_a_reading_has_its_unrounded_number()
    {
        Cell("native-portable", "output").Number.Should().Be(412_345);
        Cell("wasmtime+O3-simd128", "output").Should().Be(new PerfCell("= portable", null, 412_345));
        Cell("wasmtime+O3-simd128", "cold start").Number.Should().BeApproximately(0.033, 1e-9);
        Cell("v8+O3-simd128", "native multiple").Number.Should().BeNull();
        Cell("native", "lane").Number.Should().BeNull();
    }

    private string ReasonOf(Lane lane) => table.Footnotes.Single(note => note.Mark == Cell(lane.Name, "native multiple").Mark).Reason;

    private PerfCell Cell(string lane, string header) => table.Rows.Single(row => row.Summary.Case.Lane.Name == lane)
        .Cells[table.Columns.Select(column => column.Header).ToList().IndexOf(header)];
}
