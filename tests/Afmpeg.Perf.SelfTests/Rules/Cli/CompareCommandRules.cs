using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>The commands compare and accept as a user has them.</summary>
public sealed class CompareCommandRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Comparing_the_committed_run_with_itself_ends_with_status_0()
    {
        var report = Repository.PathOf("docs", "report");

        var (status, output, errors) = Run("compare", report, report);

        status.Should().Be(0, errors);
        output.Should().Contain("One host").And.Contain("Times are not compared")
            .And.MatchRegex(@"\d+ cases in both, 0 with another output, 0 modules of another size, 0 of \d+ counts of operations changed");
    }

    [Fact]
    public void A_different_output_or_module_ends_with_status_1()
    {
        var other = Changed("measurements.jsonl", @"(""lane"":""wasmtime\\u002BO3-simd128-msa"".*""outputBytes"":)\d+", "${1}7");

        var (status, output, errors) = Run("compare", Repository.PathOf("docs", "report"), other);

        status.Should().Be(1, errors);
        output.Should().MatchRegex(@"DIFFERS      transcode/\S+/wasmtime\+O3-simd128-msa: output bytes \d+ -> 7");
    }

    [Fact]
    public void Runs_of_different_work_end_with_status_2_and_name_the_difference()
    {
        var other = Changed("run.json", @"(""media"":\[\{""id"":""[^""]+"",""digest"":"")....", "${1}ffff");

        var (status, _, errors) = Run("compare", Repository.PathOf("docs", "report"), other);

        status.Should().Be(2);
        errors.Should().Contain("medium ").And.Contain("do:").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("compare", 2, "name both, A and B, or measure another commit by --against REF")]
    [InlineData("compare A", 2, "name both, A and B")]
    [InlineData("compare A B --against main", 2, "leave A and B out, or --against")]
    [InlineData("compare A B --budget 5m", 2, "--budget is for what is measured, with --against")]
    [InlineData("compare A B --tier full", 2, "--tier is for what is measured, with --against")]
    [InlineData("compare A B --wait 1h", 2, "--wait is for what is measured, with --against")]
    [InlineData("compare --against no-such-commit", 2, "git knows no commit of this name")]
    [InlineData("compare --against no-such-commit --wait 1h", 2, "git knows no commit of this name")]
    [InlineData("compare --against=--help", 2, "git knows no commit of this name")]
    [InlineData("pair native-portable", 2, "Required argument")]
    [InlineData("pair native-portable wasmtime+O3-simd128-mas", 2, "the nearest is wasmtime+O3-simd128-msa")]
    [InlineData("pair native native-portable", 2, "native uses all cores")]
    [InlineData("pair native-1t@fleet2 native-portable", 2, "several instances")]
    [InlineData("pair native-1t native-portable --filter no/such/job", 2, "No job fits")]
    [InlineData("pair native-1t native-portable --filter transcode/*,no/such/job", 2, "no job fits 'no/such/job'")]
    [InlineData("pair native-1t native-portable --filter no/such/job --wait 1h", 2, "No job fits")]
    [InlineData("pair native-1t native-portable --tolerance 0", 2, "'0' is not a valid tolerance")]
    [InlineData("compare % %", 2, "An argument is empty")]
    [InlineData("merge %", 2, "An argument is empty")]
    [InlineData("run --media %", 2, "An argument is empty")]
    [InlineData("doctor --media http://example.com/a.mp4", 2, "download it first, then name the file")]
    [InlineData("export no-such-build out", 2, "gpl+O3-simd128-msa")]
    [InlineData("export O3 out --flavour gplv3", 2, "'gplv3' is not a flavour")]
    [InlineData("compare --against HEAD --filter */native", 2, "No case of the filter can share a core")]
    [InlineData("compare --against HEAD --filter */native-1t,*/native", 2, "none that fits '*/native'")]
    [InlineData("compare A B --tolerance 0", 2, "'0' is not a valid tolerance")]
    [InlineData("compare A B --tolerance much", 2, "'much' is not a valid tolerance")]
    [InlineData("compare A B --tolerance 0,5", 2, "'0,5' is not a valid tolerance")]
    [InlineData("compare no-such-run no-such-run", 3, "no-such-run")]
    [InlineData("accept --output no-such-run", 3, "measure first")]
    public void A_comparison_that_cannot_be_made_says_why(string arguments, int expected, string told)
    {
        var (status, _, errors) = Run([.. arguments.Split(' ').Select(word => word.Replace("%", "", StringComparison.Ordinal))]);

        status.Should().Be(expected, errors);
        errors.Should().Contain(told).And.NotContain("   at ");
    }

    [Theory]
    [InlineData("pair native native-portable", "native uses all cores")]
    [InlineData("compare --against HEAD --filter */native", "No case of the filter can share a core")]
    [InlineData("export no-such-build out", "gpl+O3-simd128-msa")]
    public void A_command_that_judges_nothing_does_not_read_the_limits_of_the_working_folder(string arguments, string told)
    {
        File.Copy(Repository.PathOf("docs", "one-limit.json"), folder.File("thresholds.json"));

        Run(arguments.Split(' ')).Errors.Should().Contain(told).And.NotContain("judges no case");
    }

    // The committed run with something changed in one of its files.
    private string Changed(string file, string pattern, string replacement)
    {
        foreach (var name in (string[])["run.json", "measurements.jsonl"])
        {
            var text = File.ReadAllText(Repository.PathOf("docs", "report", name));
            File.WriteAllText(folder.File(name), name == file ? Regex.Replace(text, pattern, replacement) : text);
        }

        return folder.Path;
    }

    private (int Status, string Output, string Errors) Run(params string[] arguments) =>
        BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), arguments);
}
