using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Reports;

public sealed class ReportWriterRules : IDisposable
{
    private readonly RunReport report = new CannedRun().Report();
    private readonly string root = Directory.CreateTempSubdirectory("afmpeg-perf-rules-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Each_format_is_written_to_its_file_and_nothing_else_is_left()
    {
        var folder = Path.Combine(root, "new", "report");

        var paths = ReportWriter.Write(report, folder);

        Directory.GetFiles(folder).Should().BeEquivalentTo(paths).And.HaveCount(ReportWriter.Formats.Length);
        File.ReadAllText(Path.Combine(folder, "report.md")).Should().Be(Rendered.Markdown(report));
        File.ReadAllText(Path.Combine(folder, "report.json")).Should().Be(JsonReport.Render(report));
    }

    [Fact]
    public void The_report_of_an_earlier_run_is_replaced()
    {
        ReportWriter.Write(report, root);
        ReportWriter.Write(report with { Run = "later" }, root);

        File.ReadAllText(Path.Combine(root, "report.json")).Should().Contain("\"later\"").And.NotContain("\"canned\"");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_something_missing()
    {
        var file = Path.Combine(root, "file");
        File.WriteAllText(file, "not a folder");

        var fault = FluentActions.Invoking(() => ReportWriter.Write(report, Path.Combine(file, "report"))).Should().Throw<PerfException>().Which;

        fault.Status.Should().Be(ExitStatus.Missing);
        fault.Where.Should().StartWith(file);
        fault.Observed.Should().NotBeNullOrEmpty();
        fault.Remedy.Should().Contain("afmpeg-perf report");
    }

    [Fact]
    public void What_cannot_be_renamed_leaves_no_unfinished_file()
    {
        Directory.CreateDirectory(Path.Combine(root, "report.json", "in-the-way"));

        FluentActions.Invoking(() => ReportWriter.Write(report, root)).Should().Throw<PerfException>();

        Directory.GetFiles(root).Should().BeEmpty();
    }
}
