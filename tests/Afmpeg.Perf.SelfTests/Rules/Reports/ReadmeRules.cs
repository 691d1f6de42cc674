using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

/// <summary>The README's numbers are the committed report's.</summary>
public sealed class ReadmeRules
{
    private const int MostWords = 900;

    [Fact]
    public void Its_numbers_are_those_of_the_committed_report()
    {
        var (kept, current) = (Repository.PathOf("README.md"), Repository.PathOf("artifacts", "README.md"));
        File.WriteAllText(current, Filled(File.ReadAllText(kept), CommittedRun.Report));

        File.ReadAllText(kept).Should().Be(File.ReadAllText(current),
            because: $"the README speaks about that run; accept the new numbers with: mv '{current}' '{kept}'");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void Its_table_names_jobs_that_are_measured(int cores) =>
        AnswerTable.JobIds.Should().BeSubsetOf(Declarations.Load(TestSettings.Folders, cores: cores).Matrix.Cases
            .Select(declared => CaseCosts.JobKey($"{declared.Job.Id}/")[..^1]));

    [Fact]
    public void A_row_has_the_tightest_limit_of_its_lanes_and_a_job_that_was_not_run_has_no_row()
    {
        var all = CommittedRun.Report;
        const string job = "transcode/handheld-360p/libx264-veryfast/";
        var quick = all with
        {
            Cases = [.. all.Cases.Where(summary => summary.Case.Id == $"{job}{MatrixDesign.DefaultLane.Name}")],
            Findings = [.. all.Findings.Where(finding => finding.Case.Case.Id == $"{job}{MatrixDesign.DefaultLane.Name}")],
        };

        AnswerTable.Rows(quick).Should().ContainSingle().Which.Should().HaveCount(AnswerTable.Headers.Length)
            .And.ContainInOrder("-", "-").And.HaveElementAt(5, "8");
        AnswerTable.Rows(all).Should().HaveCount(AnswerTable.JobIds.Count());
    }

    [Fact]
    public void It_is_one_page() =>
        Regex.Count(File.ReadAllText(Repository.PathOf("README.md")), @"[^\s|]+").Should().BeLessThanOrEqualTo(MostWords);

    private static string Filled(string readme, RunReport report) =>
        DocumentBlocks.Replaced(DocumentBlocks.Replaced(readme, "answer", Answer(report)), "limits", Limits(report));

    private static IEnumerable<string> Answer(RunReport report) =>
    [
        .. DocumentBlocks.Table(
            [.. AnswerTable.Headers, "built for speed, other runs"],
            AnswerTable.Rows(report).Zip(AnswerTable.JobIds, (row, job) => (string[])
                [.. row, OtherRuns.Range(job, MatrixDesign.DefaultLane)])),
        "",
        $"Measured on {report.Started:d MMMM yyyy}; the last column spans [{OtherRuns.All.Length} other runs](docs/trust.md#other-days). "
            + "[Open points](#what-this-does-not-show).",
    ];

    private static IEnumerable<string> Limits(RunReport report)
    {
        var rounds = report.Cases.Where(summary => summary.NativeMultiple.Reason is null && summary.Rounds > 1)
            .Select(summary => summary.Rounds).ToArray();
        var floor = report.NoiseFloor.Show(known => $"{100 * known.Fraction:0.0} %", reason => reason);
        yield return "- Other machines and days: this is one run on "
            + $"{report.Host.Cores} cores ({report.Host.Processor}), {rounds.Min()} to {rounds.Max()} rounds behind each interval, "
            + $"noise floor {floor}. `run --tier full` repeats it.";
        yield return $"- {report.Cores!.Sentence.Show(sentence => sentence, reason => reason)}";
        yield return report.Measured.Settles.IsEmpty ? "- Nothing that the decision rests on is open in that run."
            : $"- {CountText.Of(report.Measured.Settles.Length, "case")} would make the decision firmer "
                + "([commands](docs/report/report.md)).";
        var assumed = report.Limits.Where(outcome => report.Measured.Exceeded.Contains(outcome.Limit.Id)).ToArray();
        var ours = assumed.Count(outcome => outcome.Limit.Basis == LimitBasis.Assumed);
        yield return $"- Your users' limits. {(ours == assumed.Length ? $"All {ours}" : $"{ours} of the {assumed.Length}")} "
            + "limits that afmpeg exceeds are our assumptions, such as a minute for an export that takes native 7.5 s.";
    }
}
