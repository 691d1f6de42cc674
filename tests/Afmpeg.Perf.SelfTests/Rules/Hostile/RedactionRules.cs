using System.Collections;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Hostile;

/// <summary>A report is shared: what a guest or a tool printed must not reveal the user or a secret.</summary>
public sealed class RedactionRules : IDisposable
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCY";

    private static readonly Redaction Personal = Redaction.Of(
        "/home/annika", "annika", "web-host-7", new Hashtable
        {
            ["AWS_SECRET_ACCESS_KEY"] = Secret,
            ["EDITOR_OF_TEXTS"] = "a long enough value",
            ["TOKEN"] = "short"
        });

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("open /home/annika/a.wasm: no such file", "open ~/a.wasm: no such file")]
    [InlineData("cd '/home/annika'", "cd '~'")]
    [InlineData("/home/annikas/a", "/home/annikas/a")]
    [InlineData("/data/Annika/a_annika.mkv of annika@web-host-7.example.org", "/data/USER/a_USER.mkv of USER@HOST.example.org")]
    [InlineData("web-host-77 and webannika", "web-host-77 and webannika")]
    [InlineData($"denied: {Secret}", "denied: $AWS_SECRET_ACCESS_KEY")]
    [InlineData("a long enough value, short", "a long enough value, short")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Personal_words_are_hidden_if_they_are_whole_words(string? said, string? written) =>
        Personal.Hide(said).Should().Be(written);

    [Theory]
    [InlineData("/root", "root", "localhost", "~/a, root on localhost")]
    [InlineData("", "me", "pc", "/root/a, root on localhost")]
    [InlineData("/", "", "", "/root/a, root on localhost")]
    public void Common_words_are_not_hidden(string home, string user, string host, string written) =>
        Redaction.Of(home, user, host, new Hashtable()).Hide("/root/a, root on localhost").Should().Be(written);

    [Fact]
    public void No_file_of_a_run_contains_them()
    {
        Run($"annika@web-host-7: cannot open /home/annika/clip.mkv with {Secret}");

        var files = Directory.GetFiles(folder.File("report"), "*", SearchOption.AllDirectories);
        files.Select(Path.GetFileName).Should().Contain(["run.json", "measurements.jsonl", "report.json", "report.md", "report.html"]);
        files.Should().OnlyContain(file => !IsPersonal(Text(file)));
        files.Where(file => Text(file).Contains("cannot open ~/clip.mkv", StringComparison.Ordinal)).Select(Path.GetFileName)
            .Should().Contain(["measurements.jsonl", "report.json", "appendix.md", "report.html"]);
    }

    // Markdown escapes what could be markup.
    private static string Text(string file) => File.ReadAllText(file).Replace(@"\", "", StringComparison.Ordinal);

    private static bool IsPersonal(string text) => ((string[])["annika", "web-host-7", Secret])
        .Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private void Run(string said)
    {
        var declared = Declarations.Load(TestSettings.Folders);
        var cases = declared.Matrix.Select(Tier.Quick, null);
        var failing = cases.First(benchmarkCase => benchmarkCase.Lane.IsWasm);
        var absent = cases.Last(benchmarkCase => benchmarkCase.Lane.IsWasm);
        var output = folder.File("report");
        var notMeasured = ImmutableSortedDictionary<string, string>.Empty.Add(absent.Lane.Name, said);
        var conditions = Samples.Conditions with { WorkParent = "/home/annika/tmp", NotMeasured = notMeasured };
        var plan = new RunPlan([failing, absent], 1, TimeSpan.FromMinutes(1), RoundLimits.Default);
        var state = RunState.Begin(1, "fingerprint", Tier.Quick, plan, conditions.Without(Personal));
        using var log = MeasurementLog.Open(Path.Combine(output, "measurements.jsonl"), state.Run);
        using var work = WorkFolder.Create(folder.Path);
        var recorder = new Recorder(log, work, new FixedCheck(), "0123456789ab") { Redaction = Personal };
        var lane = new ReplayLane(failing.Lane, (_, _) => LaneReading.Failed($"exit status 1: {said}"));
        recorder.Record(failing, lane, round: 1, order: 0, CancellationToken.None);

        state.Write(output);
        ReportWriter.Write(RecordedRun.Of(declared, state, log.Rows, []).Report, output);
    }
}
