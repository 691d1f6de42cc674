using System.Text.RegularExpressions;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Verdicts;

/// <summary>The smallest thresholds.json of a project, as docs/own-inputs.md shows it: one limit gates the project's module.</summary>
public sealed class OneLimitRules : IDisposable
{
    private const string Mine = "transcode/screencast-360p/libx264-veryfast/wasmtime+mine";

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "own-inputs.md"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_shows_the_file_that_the_README_copies()
    {
        Block().Should().Be(File.ReadAllText(Repository.PathOf("docs", "one-limit.json")));
        Block().Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCountLessThanOrEqualTo(10);
    }

    [Theory]
    [InlineData(3, ExitStatus.Within)]
    [InlineData(7.9, ExitStatus.Inconclusive)]
    [InlineData(9, ExitStatus.Exceeded)]
    public void It_gates_a_module(double multiple, ExitStatus status)
    {
        var (thresholds, module) = (Load(), CaseSummaries.Measured(Mine, multiple * 0.98, multiple, multiple * 1.02));

        var report = new CannedRun().Report() with
        {
            Cases = [module],
            Thresholds = thresholds,
            Findings = Judge.Findings(thresholds, [module], JudgeRules.NoFloor),
        };

        report.Findings.Should().ContainSingle().Which.Limit.Id.Should().Be("mine-multiple");
        report.Status(strict: true).Should().Be(status);
    }

    [Fact]
    public void It_asks_for_no_decision_and_so_contradicts_none()
    {
        var replayed = ReplayedRun.AsMeasured;
        var known = replayed.Declared.Thresholds;
        var limits = known with
        {
            Decision = RecordedDecision.None,
            Guidance = [],
            Levers = [],
            // What upstream ships exceeds its limits, as the suite's decision expects.
            Limits = [.. known.Limits.Where(limit => !limit.Id.StartsWith("shipped-", StringComparison.Ordinal))],
        };

        var report = (replayed with { Declared = replayed.Declared with { Thresholds = limits } }).Report();

        Load().RecordsDecision.Should().BeFalse();
        report.Measured.Sentence.Should().Contain("the thresholds' file has limits alone");
        report.Status(strict: false).Should().Be(ExitStatus.Within);
        MarkdownReport.FirstScreen(PageCatalog.Of(report)).Should().Contain("records no decision").And.NotContain("0001-01-01");
    }

    private static string Block() => Regex.Match(
        Page, @"## A limit for your module\n.*?```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)
        .Groups["json"].Value;

    private Thresholds Load()
    {
        File.WriteAllText(folder.File("thresholds.json"), Block());
        return ThresholdsFile.Load(
            folder.File("thresholds.json"), [Mine], LeverCatalog.Ids(LeverCatalog.Levers), LeverCatalog.Ids(LeverCatalog.Guidance));
    }
}
