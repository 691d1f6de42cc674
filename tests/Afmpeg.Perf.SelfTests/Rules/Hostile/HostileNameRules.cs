using System.Text.Json.Nodes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Running;
using AngleSharp.Dom;

namespace Afmpeg.Perf.SelfTests.Rules.Hostile;

/// <summary>A name that means something to a shell, a terminal, a browser or a spreadsheet is only a name to the suite.</summary>
public sealed class HostileNameRules : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public static TheoryData<string> Names => TheoryRows.Of(
    [
        "with space", "it's \"quoted\"", "two\nlines", "-rf", "--help", "$(touch escaped)", "`touch escaped`",
        "; touch escaped", "<img src=x onerror=1>",
        "[a](javascript:1)", "a|b|c", "=cmd|'calc'!A0", "+1+1", "@SUM(1)",
        "Ünïcödé – 漢字 😀", "\u202egnp.exe", "\u001b[2Jgone", "%s%n", "${HOME}", "*?[",
    ]);

    public void Dispose() => temporary.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void In_Markdown_it_adds_no_line_no_column_and_no_markup(string name)
    {
        string[] Lines(string text) => MarkdownReport.Render(HostilePage.Of(text)).Split('\n');
        int Columns(string line) => line.Replace(@"\|", "", StringComparison.Ordinal).Count(letter => letter == '|');

        var (plain, hostile) = (Lines("plain"), Lines(name));

        hostile.Should().HaveSameCount(plain);
        hostile.Select(Columns).Should().Equal(plain.Select(Columns));
        hostile.Should().NotContain(line => line.Contains('<') || line.Contains('\u001b') || line.Contains('\u202e')
            || line.Contains("](javascript", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_HTML_it_adds_no_element_that_does_anything(string name)
    {
        // Only elements that load, run or link to something.
        int Elements(string text) => Rendered.Html(HostilePage.Of(text))
            .QuerySelectorAll("script,style,img,svg,iframe,object,embed,form,input,a,[onerror],[onload]").Length;

        Elements(name).Should().Be(Elements("plain"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_JSON_it_is_unchanged(string name) =>
        JsonNode.Parse(JsonReport.Render(new CannedRun { Subject = name }.Report()))!["cases"]![0]!["subject"]!.GetValue<string>()
            .Should().Be(name);

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_command_line_it_is_refused_as_a_pattern_and_as_a_clip_and_no_shell_reads_it(string name)
    {
        foreach (var option in (string[])["--filter", "--media"])
        {
            // Without a cache nothing is set up. The option and its value are one word, so that a leading hyphen is not an option.
            var (status, output, errors) = BuiltCommand.Run(
                temporary.Path, new Dictionary<string, string?> { ["AFMPEG_CACHE"] = "/dev/null/cache" }, "doctor", $"{option}={name}");

            status.Should().BeOneOf([2, 3], $"{option}: {output}{errors}");
            errors.Should().NotContain("   at ").And.NotContain("\u001b").And.NotContain("\u202e");
            Directory.EnumerateFileSystemEntries(temporary.Path).Should().BeEmpty("no shell reads it");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_a_report_folder_it_is_only_a_folder(string name)
    {
        var folder = Directory.CreateDirectory(temporary.File(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "run.json"), "not a run");

        var (status, _, errors) = BuiltCommand.Run(
            temporary.Path, new Dictionary<string, string?> { ["AFMPEG_CACHE"] = "/dev/null/cache" }, "report", $"--output={name}");

        status.Should().BeOneOf([2, 3], errors);
        errors.Should().NotContain("   at ").And.NotContain("\u001b").And.NotContain("\u202e");
        Directory.EnumerateFileSystemEntries(temporary.Path).Should().Equal([folder]);
    }

    [Fact]
    public void A_log_has_none_of_its_control_characters()
    {
        using var log = new StringWriter();
        new PlainProgress(log).Waiting("a run in \u001b[2J\u202e\u0007here", TimeSpan.FromMinutes(1));

        log.ToString().Should().Contain("here").And.NotContainAny("\u001b", "\u202e", "\u0007");
    }

    [Fact]
    public void A_report_has_no_user_name_and_no_home_folder()
    {
        var report = new CannedRun().Report();
        var whole = MarkdownReport.Render(PageCatalog.Of(report)) + HtmlReport.Render(PageCatalog.Of(report)) + JsonReport.Render(report);
        string[] committed = [.. Directory.EnumerateFiles(Repository.PathOf("docs", "report")).Select(File.ReadAllText)];

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        committed.Append(whole).Should().OnlyContain(text => !text.Contains($"{home}/", StringComparison.Ordinal)
            && !text.Contains("/home/", StringComparison.Ordinal));
    }
}
