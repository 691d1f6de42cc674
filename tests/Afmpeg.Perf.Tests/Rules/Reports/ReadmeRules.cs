using System.Text.RegularExpressions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Rules.Reports;

/// <summary>The README's numbers are the committed report's.</summary>
public sealed class ReadmeRules
{
    private const int MostWords = 900;

    private static readonly (string Name, string Job, string Suffix)[] Rows =
    [
        ("transcode, hand-held 720p to 360p, x264 veryfast", "transcode/handheld-360p/libx264-veryfast", ""),
        ("afmpeg's own benchmark, x264 veryfast", "transcode/synthetic-120p/libx264-veryfast", ""),
        ("the same with openh264, afmpeg's default", "transcode/synthetic-120p/libopenh264-medium-150k", ""),
        ("reel of two photographs, one second", "reel/stills-excerpt/libx264-veryfast", ""),
        ("thumbnail, JPEG", "thumbnail/handheld-180p/mjpeg", ""),
        ("thumbnail, WebP, as GoToSocial makes it", "thumbnail/handheld-288p/libwebp", ""),
        ("decode 720p", "decode/handheld-720p/null", ""),
        ("batch of four jobs, one after the other", "batch/synthetic-120p-x4/libx264-ultrafast", "@runtimes1"),
    ];

    private static readonly Lane[] Lanes =
        [MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane, Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild)];

    [Fact]
    public void Its_numbers_are_those_of_the_committed_report()
    {
        var (kept, current) = (Repository.PathOf("README.md"), Repository.PathOf("artifacts", "README.md"));
        File.WriteAllText(current, Filled(File.ReadAllText(kept), CommittedRun.Report));

        File.ReadAllText(kept).Should().Be(File.ReadAllText(current), because: $"the README speaks about that run; accept the new numbers with: mv '{current}' '{kept}'");
    }

    [Fact]
    public void It_is_one_page() => Regex.Count(File.ReadAllText(Repository.PathOf("README.md")), @"[^\s|]+").Should().BeLessThanOrEqualTo(MostWords);

    private static string Filled(string readme, RunReport report) =>
        Replaced(Replaced(readme, "answer", [.. Answer(report)]), "limits", [.. Limits(report)]);

    private static string Replaced(string text, string block, string[] lines)
    {
        var (begin, end) = ($"<!-- {block} -->", $"<!-- /{block} -->");
        text.Should().Contain(begin).And.Contain(end);
        return $"{text.Split(begin)[0]}{begin}\n{string.Join('\n', lines)}\n{end}{text.Split(end)[1]}";
    }

    private static IEnumerable<string> Answer(RunReport report) =>
    [
        "| job | as afmpeg ships it | without that option | and built for speed | the same build on wasmtime | limit |",
        "|---|---|---|---|---|---|",
        .. Rows.Select(row => $"| {row.Name} | {string.Join(" | ", Lanes.Select(lane => Multiple(report, $"{row.Job}/{lane.Name}{row.Suffix}")))} | {Limit(report, $"{row.Job}/{Lanes[0].Name}{row.Suffix}")} |"),
    ];

    private static IEnumerable<string> Limits(RunReport report)
    {
        var rounds = report.Cases.Where(summary => summary.Rounds > 1).Select(summary => summary.Rounds).ToArray();
        var open = report.Findings.Where(finding => finding.Verdict == Verdict.Inconclusive).Select(finding => finding.Limit.Id).Distinct().ToArray();
        yield return $"- Other machines and days. All numbers here come from one run of {report.Started:d MMMM yyyy} on {report.Host.Cores} cores of a shared virtual machine ({report.Host.Processor}): "
            + $"{rounds.Min()} to {rounds.Max()} rounds of each case, noise floor {report.NoiseFloor.Show(floor => $"{100 * floor.Fraction:0.0} %", reason => reason)}. `run --tier full` repeats it.";
        yield return open.Length == 0 ? "- Nothing that a limit judges is open in that run." : $"- Open in that run: {string.Join(", ", open)}.";
    }

    private static string Multiple(RunReport report, string id) => report.Cases.FirstOrDefault(summary => summary.Case.Id == id) is not { } found ? "-"
        : found.NativeMultiple.Show(multiple => multiple.ToString(), _ => "not measured");

    private static string Limit(RunReport report, string id) => report.Findings
        .Where(finding => finding.Case.Case.Id == id && finding.Limit is { Metric: Metric.NativeMultiple, AtMost: not null })
        .Select(finding => finding.Limit.AtMost).Min() is { } most ? $"{most}" : "-";
}
