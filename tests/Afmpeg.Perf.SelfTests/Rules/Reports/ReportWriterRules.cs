using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class ReportWriterRules : IDisposable
{
    private readonly RunReport report = new CannedRun().Report();
    private readonly string root = Directory.CreateTempSubdirectory("afmpeg-perf-rules-").FullName;

    private ReportPage Page => PageCatalog.Of(new PageInput(report, [CannedPicture.Of("one"), CannedPicture.Of("two")]));

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Each_format_is_written_to_its_file_and_nothing_else_is_left()
    {
        var folder = Path.Combine(root, "new", "report");

        var paths = ReportWriter.Write(report, Page, folder);

        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Should().BeEquivalentTo(paths)
            .And.HaveCount(ReportWriter.Formats.Length + 2);
        File.ReadAllText(Path.Combine(folder, "report.md")).Should().Be(MarkdownReport.Render(Page.InShort("appendix.md")));
        File.ReadAllText(Path.Combine(folder, "appendix.md")).Should().Be(MarkdownReport.Render(Page));
        File.ReadAllText(Path.Combine(folder, "report.html")).Should().Be(HtmlReport.Render(Page));
        File.ReadAllText(Path.Combine(folder, "report.json")).Should().Be(JsonReport.Render(report));
    }

    [Fact]
    public void Pictures_are_stored_where_the_markdown_refers_to_them()
    {
        ReportWriter.Write(report, Page, root);

        File.ReadAllText(Path.Combine(root, "pictures", "one.svg")).Should().Be(CannedPicture.Of("one").Svg);
        File.ReadAllText(Path.Combine(root, "report.md")).Should().Contain("](pictures/one.svg)").And.Contain("](pictures/two.svg)");
    }

    [Fact]
    public void A_picture_of_an_earlier_report_is_removed_and_other_files_stay()
    {
        ReportWriter.Write(report, Page, root);
        File.WriteAllText(Path.Combine(root, "pictures", "notes.txt"), "somebody's");
        ReportWriter.Write(report, PageCatalog.Of(new PageInput(report, [CannedPicture.Of("two")])), root);

        Directory.GetFiles(Path.Combine(root, "pictures")).Select(Path.GetFileName).Should().BeEquivalentTo("two.svg", "notes.txt");
    }

    [Fact]
    public void The_next_report_removes_what_a_killed_process_left_half_written()
    {
        Directory.CreateDirectory(Path.Combine(root, "pictures"));
        foreach (var left in (string[])["report.json", "report.html", "pictures/one.svg", "pictures/no-longer-drawn.svg"])
        {
            File.WriteAllText(Path.Combine(root, $"{left}.{int.MaxValue}.unfinished"), "half");
        }

        ReportWriter.Write(report, Page, root);

        Directory.GetFiles(root, "*.unfinished", SearchOption.AllDirectories).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("A")]
    public void A_picture_whose_name_is_not_a_file_name_is_refused(string id) =>
        FluentActions.Invoking(() => new PictureBlock(CannedPicture.Of(id))).Should().Throw<ArgumentException>();

    [Fact]
    public void The_report_of_an_earlier_run_is_replaced()
    {
        ReportWriter.Write(report, root);
        ReportWriter.Write(report with { Run = "later" }, root);

        File.ReadAllText(Path.Combine(root, "report.json")).Should().Contain("\"later\"").And.NotContain("\"canned\"");
    }

    [Fact]
    public void A_folder_that_cannot_be_created_counts_as_missing()
    {
        var file = Path.Combine(root, "file");
        File.WriteAllText(file, "not a folder");

        var fault = FluentActions.Invoking(() => ReportWriter.Write(report, Path.Combine(file, "report"))).Should().Throw<PerfException>()
            .Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Where.Should().StartWith(file);
        fault.Observed.Should().NotBeNullOrEmpty();
        fault.Remedy.Should().Contain("afmpeg-perf report");
    }

    [Fact]
    public void The_remedy_names_the_report_folder_as_a_shell_reads_it()
    {
        var folder = Path.Combine(root, "my report");
        File.WriteAllText(folder, "not a folder");

        FluentActions.Invoking(() => ReportWriter.Write(report, folder)).Should().Throw<PerfException>()
            .Which.Remedy.Should().EndWith($"then: afmpeg-perf report --output '{folder}'");
    }

    [Fact]
    public void A_file_that_cannot_be_renamed_leaves_no_unfinished_file()
    {
        Directory.CreateDirectory(Path.Combine(root, "report.json", "in-the-way"));

        FluentActions.Invoking(() => ReportWriter.Write(report, root)).Should().Throw<PerfException>();

        Directory.GetFiles(root).Should().BeEmpty();
    }

    [Fact]
    public void If_one_file_cannot_be_written_the_earlier_report_stays_whole()
    {
        ReportWriter.Write(report, root);
        var earlier = File.ReadAllText(Path.Combine(root, "report.json"));
        Directory.CreateDirectory(Path.Combine(root, "pictures", "two.svg"));

        var fault = FluentActions.Invoking(() => ReportWriter.Write(report with { Run = "later" }, Page, root))
            .Should().Throw<PerfException>().Which;

        fault.Where.Should().EndWith("two.svg");
        File.ReadAllText(Path.Combine(root, "report.json")).Should().Be(earlier);
        Directory.GetFiles(root, "*.unfinished", SearchOption.AllDirectories).Should().BeEmpty();
    }
}
