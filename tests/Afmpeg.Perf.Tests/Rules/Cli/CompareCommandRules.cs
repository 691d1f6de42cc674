using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Tests.Harness;

namespace Afmpeg.Perf.Tests.Rules.Cli;

/// <summary>The commands compare and accept as a user has them.</summary>
public sealed class CompareCommandRules : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunExtract before = new CannedExtract("before").Make();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_of_the_repository_against_itself_ends_with_status_0()
    {
        var report = Repository.PathOf("docs", "report");

        var (status, output, errors) = Run("compare", report, report);

        status.Should().Be(0, errors);
        // How many are the same hangs on the noise floor of the committed run.
        output.Should().Contain("One host").And.MatchRegex(@"(\d+ same, )?\d+ cannot tell, 0 with another output, 0 modules of another size \(tolerance 5 %\)");
    }

    [Fact]
    public void A_slower_case_ends_with_status_1_and_a_wider_tolerance_with_0()
    {
        var (old, now) = (File("old", before), File("now", new CannedExtract("after") { Slowdown = 1.15 }.Make()));

        var (status, output, errors) = Run("compare", old, now);

        status.Should().Be(1, errors);
        output.Should().Contain("SLOWER").And.Contain("1 slower");
        Run("compare", old, now, "--tolerance", "30").Status.Should().Be(0);
    }

    [Fact]
    public void Another_output_or_module_ends_with_status_1()
    {
        var other = CannedExtract.With(before, 3, entry => entry with { OutputBytes = 1 }) with { Modules = [before.Modules[0] with { Bytes = 1 }] };

        var (status, output, errors) = Run("compare", File("old", before), File("now", other));

        status.Should().Be(1, errors);
        output.Should().Contain($"DIFFERS      {CannedExtract.Id(3)}: output bytes 58805 -> 1").And.Contain("DIFFERS      module gpl+O3: 5000000 -> 1 bytes");
    }

    [Fact]
    public void Runs_of_other_work_end_with_status_2_and_their_names()
    {
        var other = before with { Inputs = before.Inputs! with { Media = [before.Inputs.Media[0] with { Digest = new string('f', 64) }] } };

        var (status, _, errors) = Run("compare", File("old", before), File("now", other));

        status.Should().Be(2);
        errors.Should().Contain("medium clip").And.Contain("do:").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("compare", 2, "name both, A and B, or measure another commit by --against REF")]
    [InlineData("compare A", 2, "name both, A and B")]
    [InlineData("compare A B --against main", 2, "leave A and B out, or --against")]
    [InlineData("compare A B --budget 5m", 2, "--budget is for what is measured, with --against")]
    [InlineData("compare A B --tier full", 2, "--tier is for what is measured, with --against")]
    [InlineData("compare --against no-such-commit", 2, "git knows no commit of this name")]
    [InlineData("compare --against=--help", 2, "git knows no commit of this name")]
    [InlineData("compare A B --tolerance 0", 2, "'0' is no tolerance")]
    [InlineData("compare A B --tolerance much", 2, "'much' is no tolerance")]
    [InlineData("compare no-such-run no-such-run", 3, "no-such-run")]
    [InlineData("accept --output no-such-run", 3, "measure first")]
    public void What_cannot_be_done_says_why(string arguments, int expected, string told)
    {
        var (status, _, errors) = Run(arguments.Split(' '));

        status.Should().Be(expected, errors);
        errors.Should().Contain(told).And.NotContain("   at ");
    }

    private string File(string name, RunExtract extract)
    {
        System.IO.File.WriteAllText(folder.File(name), BaselineFile.Render(extract));
        return folder.File(name);
    }

    private (int Status, string Output, string Errors) Run(params string[] arguments) =>
        BuiltCommand.Run(folder.Path, new Dictionary<string, string?>(), arguments);
}
