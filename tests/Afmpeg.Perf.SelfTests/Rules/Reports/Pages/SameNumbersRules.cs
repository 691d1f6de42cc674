using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pages;

/// <summary>
/// report.json, report.md and report.html say the same: each file is read back, and what they hold is compared number by number.
/// </summary>
public sealed class SameNumbersRules
{
    // How people see each reading of a case. The rest of a case's readings only programs get: what tells two outputs apart, and what
    // medians leave over.
    private static readonly Dictionary<string, (string Key, Func<JsonNode, string> Text)> Readings = new()
    {
        ["native multiple"] = ("nativeMultiple", Interval),
        ["vs portable"] = ("portableMultiple", Interval),
        ["realtime"] = ("realtimeFactor", reading => $"{Figures.Of(Number(reading, "value"))}x"),
        ["memory"] = ("peakResidentBytes", reading => Bytes(reading)),
        ["cold start"] = ("coldStartSeconds", reading => Words.Of(TimeSpan.FromSeconds(Number(reading, "value")))),
        ["output"] = ("outputBytes", reading => Bytes(reading)),
        ["PSNR-Y"] = ("psnrYDb", reading => $"{Number(reading, "value"):0.00}"),
        ["SSIM"] = ("ssim", reading => $"{Number(reading, "value"):0.0000}"),
    };

    private static readonly ImmutableDictionary<string, Lazy<WrittenReport>> Reports = new Dictionary<string, Lazy<WrittenReport>>
    {
        ["canned"] = new(() => new WrittenReport(new CannedRun().Report())),
        ["hostile"] = new(() => new WrittenReport(
            new CannedRun { Subject = CannedRun.HostileText, WhyNotMeasured = CannedRun.HostileText }.Report()
                with
            { Axes = [CannedAxis.Hostile] })),
        ["committed"] = new(() => new WrittenReport(CommittedRun.Report)),
    }.ToImmutableDictionary();

    public static TheoryData<string> Runs => TheoryRows.Of(Reports.Keys.Order());

    [Theory]
    [MemberData(nameof(Runs))]
    public void Markdown_and_html_have_the_tables_of_the_page_cell_by_cell(string run)
    {
        var report = Reports[run].Value;
        var expected = report.Page.AllBlocks.OfType<PageTable>().ToArray();

        report.Markdown.Should().HaveCount(expected.Length);
        report.Html.Should().HaveCount(expected.Length);
        foreach (var ((table, markdown), html) in expected.Zip(report.Markdown).Zip(report.Html))
        {
            html.Headers
                .Should().Equal(table.Columns.Select(column => column.Unit is null ? column.Header : $"{column.Header} ({column.Unit})"));
            markdown.Headers.Should().Equal(html.Headers);
            html.Rows.SelectMany(row => row).Should().Equal(table.Rows.SelectMany(row => row).Select(cell => VisibleText.Of(cell.Text)));
            markdown.Rows.SelectMany(row => row).Should().Equal(html.Rows.SelectMany(row => row).Select(text => text.Trim()));
            html.Numbers.SelectMany(row => row).Should().Equal(table.Rows.SelectMany(row => row).Select(cell => cell.Number));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_reading_of_a_case_is_the_one_in_report_json(string run)
    {
        var report = Reports[run].Value;
        var cases = report.Json["cases"]!.AsArray().ToArray();
        var rows = report.Html.Where(table => table.Headers.Contains("threads x asm x sandbox"))
            .SelectMany(table => table.Rows.Zip(table.Numbers, (texts, numbers) => (table.Headers, Texts: texts, Numbers: numbers)))
            .ToArray();

        rows.Should().HaveCount(cases.Length);
        foreach (var (expected, (headers, texts, numbers)) in cases.Zip(rows))
        {
            texts[0].Should().Be((string)expected!["lane"]!);
            numbers[headers.IndexOf("rounds")].Should().Be((int)expected["rounds"]!);
            texts[headers.IndexOf("threads x asm x sandbox")]
                .Should().Match(text => Factors(expected) == null ? IsAbsent(text) : text == Factors(expected));
            foreach (var (header, (key, show)) in Readings)
            {
                var (reading, at) = (expected[key]!, headers.IndexOf(header));
                var because = $"{expected["id"]} has this {header}";
                if (reading["value"] is null)
                {
                    texts[at].Should().Match(text => IsAbsent(text) || IsByDefinition(text), because);
                    numbers[at].Should().BeNull(because);
                }
                else if (texts[at] != PerfCell.NotApplicable)
                {
                    texts[at].Should().Match(text => text == show(reading) || IsByDefinition(text), because);
                    numbers[at].Should().Be(Number(reading, "value"), because);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_number_of_an_axis_is_the_one_in_report_json(string run)
    {
        var report = Reports[run].Value;
        foreach (var axis in report.Json["axes"]!.AsArray())
        {
            string[] keys = [.. axis!["columns"]!.AsArray().Select(column => (string)column!["key"]!)];
            var table = report.TableBelow((string)axis["title"]!);
            var expected = axis["rows"]!.AsArray().SelectMany(row => keys.Select(key => row![key]!)).ToArray();
            var cells = table.Rows.SelectMany(row => row).Zip(table.Numbers.SelectMany(row => row)).ToArray();

            cells.Should().HaveCount(expected.Length);
            foreach (var (cell, (text, number)) in expected.Zip(cells))
            {
                number.Should().Be(cell is JsonObject ? (double?)cell["value"] : null);
                (cell is JsonObject ? (number == null) == IsAbsent(text) : text == VisibleText.Of((string)cell!)).Should().BeTrue(text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_verdict_and_its_basis_are_those_in_report_json(string run)
    {
        var report = Reports[run].Value;
        foreach (var (limit, outcome) in report.Json["limits"]!.AsArray().Zip(report.Run.Limits))
        {
            var findings = limit!["findings"]!.AsArray();
            if (findings.Count == 0)
            {
                report.TextBelow(outcome.Limit.Id).Should().Contain(VisibleText.Of((string)limit["reason"]!));
                continue;
            }

            report.TextBelow(outcome.Limit.Id)
                .Should().Contain(MetricFacts.ShowLimit(outcome.Limit.Metric, (double?)limit["atMost"] ?? (double)limit["atLeast"]!));
            report.TableBelow(outcome.Limit.Id).Rows.Select(row => (row[0], row[1], row[2]))
                .Should().BeEquivalentTo(findings.Select(finding => (
                VisibleText.Of((string)finding!["case"]!),
                ((string)finding["verdict"]!).Replace('-', ' '),
                finding["observed"]!["reason"] is { } reason
                    ? $"not measured: {VisibleText.Of((string)reason!)}"
                    : MetricFacts.Show(outcome.Limit.Metric, Estimated(finding["observed"]!)))));
        }
    }

    private static bool IsAbsent(string text) =>
        text == PerfCell.NotApplicable
            || ((string[])["FAILED", "not measured"]).Any(word => text.StartsWith(word, StringComparison.Ordinal));

    // A lane is 1 against itself however few rounds there were, and pictures may be the same where no file was kept.
    private static bool IsByDefinition(string text) => text is "1" or "= portable";

    private static string? Factors(JsonNode expected) => expected["decomposition"]!["value"] is { } parts
        ? string.Join(" x ", ((string[])["threads", "assembly", "sandbox"]).Select(part => Figures.Of(Number(parts, part))))
        : null;

    private static string Interval(JsonNode reading) => Estimated(reading).ToString();

    private static Estimate Estimated(JsonNode reading) => new(
        Number(reading, "value"), Number(reading, "low"), Number(reading, "high"), (int)reading["count"]!, Number(reading, "level"));

    // The interval of a peak is shown where it is wide.
    private static string Bytes(JsonNode reading)
    {
        var size = new ByteCount((long)Number(reading, "value"));
        return reading["low"] is not null && Number(reading, "high") > 1.2 * Number(reading, "low")
            ? $"{size} [{new ByteCount((long)Number(reading, "low"))}, {new ByteCount((long)Number(reading, "high"))}]"
            : $"{size}";
    }

    private static double Number(JsonNode node, string key) => (double)node[key]!;
}
