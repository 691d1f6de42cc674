namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>The command report as a user has it, on a copy of the committed report.</summary>
public sealed class ReportCommandRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReportCommandRules()
    {
        foreach (var name in (string[])["measurements.jsonl", "run.json"])
        {
            File.Copy(Repository.PathOf("docs", "report", name), folder.File(name));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_axis_is_shown_alone_with_its_table()
    {
        var (status, output, errors) = Run("200", "--axis", "engine");

        status.Should().Be(0, errors);
        output.Should().StartWith("What executes the module").And.Contain("native multiple").And.NotContain("time-split");
    }

    [Fact]
    public void An_axis_missing_from_the_run_ends_with_status_2_and_the_nearest_one()
    {
        var (status, _, errors) = Run("200", "--axis", "engin");

        status.Should().Be(2);
        errors.Should().Contain("did you mean 'engine'?").And.Contain("module-build").And.NotContain("   at ");
    }

    [Fact]
    public void Tables_that_do_not_fit_are_laid_out_with_one_line_per_cell()
    {
        var narrow = Run("60").Output;

        narrow.Should().Contain("wasmtime+O3-simd128-msa\n  native multiple: ").And.NotContain("…");
        narrow.Split('\n').Where(line => line.Length > 60).Should().OnlyContain(line => line.Trim()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Max(word => word.Length) > 20, "only long words are not broken");
        Run("200").Output.Should().MatchRegex("lane +native multiple +threads x asm x sandbox");
    }

    [Fact]
    public void A_jobs_summary_gets_the_first_screen_and_keeps_what_it_had()
    {
        File.WriteAllText(folder.File("summary.md"), "before\n");

        var (status, _, errors) = RunWith(new() { ["GITHUB_STEP_SUMMARY"] = folder.File("summary.md") });

        status.Should().Be(Run("80").Status, errors);
        File.ReadAllText(folder.File("summary.md")).Should()
            .StartWith("before\n# FFmpeg in WebAssembly").And.Contain("Host: ").And.Contain("| export-multiple |");
    }

    [Fact]
    public void A_summary_that_cannot_be_written_is_reported_and_changes_no_result()
    {
        var (status, output, errors) = RunWith(new() { ["GITHUB_STEP_SUMMARY"] = folder.File("no-such-folder/summary.md") });

        status.Should().Be(Run("80").Status);
        output.Should().Contain("report.md");
        errors.Should().Contain("summary.md, was not written").And.NotContain("   at ");
    }

    private (int Status, string Output, string Errors) RunWith(Dictionary<string, string?> environment) =>
        BuiltCommand.Run(Repository.PathOf(), environment, "report", "--output", folder.Path);

    private (int Status, string Output, string Errors) Run(string columns, params string[] arguments) => BuiltCommand.Run(
        Repository.PathOf(), new Dictionary<string, string?> { ["COLUMNS"] = columns }, ["report", "--output", folder.Path, .. arguments]);
}
