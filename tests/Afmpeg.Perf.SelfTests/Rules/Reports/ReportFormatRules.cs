using System.Text.Json;
using System.Text.Json.Nodes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class ReportFormatRules
{
    private static readonly string[] IntervalKeys = ["low", "high", "count", "level"];

    private readonly RunReport report = new CannedRun().Report();

    [Fact]
    public void Markdown_and_json_describe_a_users_own_file()
    {
        var media = new CustomMedia("a|b.mp4", new string('a', 64),
            new Clip("mine-a-b", "mine-a-b.mkv", 90, 30, 640, 480, HasSound: false), ["its rate varies"]);
        var own = report with { Media = media };

        Rendered.Markdown(own).Should().Contain("- Media: the user's own file, a\\|b.mp4 (sha256 aaaaaaaaaaaa)")
            .And.Contain("; its rate varies\n");
        var json = Rendered.Json(own)["media"]!;
        ((string)json["file"]!, (int)json["frames"]!, (bool)json["hasSound"]!, (string)json["notes"]![0]!)
            .Should().Be(("a|b.mp4", 90, false, "its rate varies"));
        Json()["media"].Should().BeNull();
        Rendered.Markdown(report).Should().NotContain("- Media:");
    }

    [Fact]
    public void A_cell_of_an_axis_without_a_number_has_its_reason_below_the_table_and_in_json()
    {
        Rendered.Markdown(report).Should().Contain("| Oz | not measured (1) |").And.Contain("- `(1)` nobody ran it\n")
            .And.Contain("- a made-up note\n");
        ((string)Json()["axes"]![0]!["rows"]![1]!["speed"]!["reason"]!).Should().Be("nobody ran it");
        Json()["axes"]![0]!["rows"]![1]!["speed"]!["value"].Should().BeNull();
    }

    [Fact]
    public void An_axis_without_a_sentence_says_why()
    {
        var silent = report with { Axes = [CannedAxis.Table with { Sentence = Reading<string>.Unavailable("no round ran") }] };
        var axis = Rendered.Json(silent)["axes"]![0]!;

        Rendered.Markdown(silent).Should().Contain("### Made-up axis\n\nNot measured: no round ran\n");
        axis["sentence"].Should().BeNull();
        ((string)axis["reason"]!).Should().Be("no round ran");
    }

    [Fact]
    public void Every_column_of_an_axis_has_its_legend()
    {
        Rendered.Markdown(report).Should().Contain("| made-up | speed | x | How fast. |");
        Json()["axes"]![0]!["columns"]!.AsArray().Should().OnlyContain(column => ((string)column!["legend"]!).EndsWith('.'));
    }

    [Fact]
    public void A_run_without_axes_has_no_section_for_them()
    {
        Rendered.Markdown(report with { Axes = [] }).Should().NotContain("What each axis says").And.NotContain("Columns of the axes");
    }

    [Fact]
    public void The_first_screen_has_decision_key_numbers_host_and_noise_floor()
    {
        var screen = string.Join('\n', Rendered.Markdown(report).Split('\n').Take(20));

        screen.Should().Contain("**Undecided.** Reason: the run is canned; a real one would settle it.")
            .And.Contain("recorded for R-AF-12 on 2026-07-01 is no-go. Single-threaded Wasm is acceptable.")
            .And.Contain("peak memory, at most 100 MiB for export (exceeded; the worst of 4: ")
            .And.Contain("native multiple, at most 8 for export (within; the worst of 4: ")
            .And.Contain("2 cores (Canned CPU)")
            .And.Contain("Noise floor: not measured: no lane was measured against itself");
    }

    [Fact]
    public void Every_limit_shows_how_many_cases_got_each_verdict() =>
        Rendered.Markdown(report)
            .Should().Contain("| export-multiple | export | native multiple at most 8 | this suite's assumption | 1 | 0 | 1 | 2 |");

    [Fact]
    public void A_limit_that_judged_no_case_says_so()
    {
        Rendered.Markdown(report).Should().Contain(@"Not measured: no case of this run matches reel/\*.");
        ((string)Json()["limits"]![2]!["reason"]!).Should().Be("no case of this run matches reel/*");
    }

    [Fact]
    public void Every_reading_in_json_is_a_value_or_null_with_its_reason()
    {
        var readings = Descendants(Json()).OfType<JsonObject>().Where(entry => entry.ContainsKey("value")).ToArray();

        readings.Should().NotBeEmpty().And.OnlyContain(reading => (reading["value"] == null) == (reading["reason"] != null));
        readings.Where(reading => reading["value"] is null && reading.ContainsKey("low"))
            .Should().NotBeEmpty()
            .And.OnlyContain(reading => IntervalKeys.All(key => reading[key] == null));
    }

    [Fact]
    public void Absence_is_never_zero_or_NaN()
    {
        var text = JsonReport.Render(report);
        var absent = Json()["cases"]!.AsArray().Single(entry => (string)entry!["lane"]! == CannedRun.NotMeasured.Name)!;

        text.Should().NotContain("NaN").And.NotContain("Infinity");
        ((string)absent["nativeMultiple"]!["reason"]!).Should().Be("wazero is not on PATH");
        Descendants(absent).OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.Number)
            .Should().ContainSingle("the number of rounds is the only number that is known").Which.GetPath().Should().EndWith(".rounds");
    }

    [Fact]
    public void Json_names_its_schema_and_its_cases_can_be_searched_for()
    {
        ((int)Json()["schema"]!).Should().Be(1);
        JsonReport.Render(report).Should().Contain("transcode/screencast-360p/libx264-veryfast/wasmtime+O3-simd128");
    }

    [Fact]
    public void Text_from_outside_never_becomes_markup()
    {
        var hostile = new CannedRun { Subject = CannedRun.HostileText, WhyNotMeasured = CannedRun.HostileText }.Report()
            with
        { Axes = [CannedAxis.Hostile] };

        Rendered.Markdown(hostile).Should().NotContain("<").And.Contain(@"&lt;img src=x onerror=1&gt;\| second \`line\`");
        JsonReport.Render(hostile).Should().NotContain("<");
        Rendered.Json(hostile)["cases"]![0]!["subject"]!.GetValue<string>().Should().Be(CannedRun.HostileText);
    }

    [Fact]
    public void Equal_runs_render_equal_texts()
    {
        var again = new CannedRun().Report();

        ReportWriter.Formats
            .Should().OnlyContain(format => format.Render(report, PageCatalog.Of(report)) == format.Render(again, PageCatalog.Of(again)));
    }

    private JsonNode Json() => Rendered.Json(report);

    private static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
    {
        JsonObject branch => branch.SelectMany(member => Descendants(member.Value)).Prepend(branch),
        JsonArray list => list.SelectMany(Descendants).Prepend(list),
        _ => [node],
    };
}
