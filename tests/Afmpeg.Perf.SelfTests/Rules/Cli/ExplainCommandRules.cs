using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>The command explain as a user has it, on a copy of the committed report.</summary>
public sealed class ExplainCommandRules : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ExplainCommandRules()
    {
        foreach (var name in (string[])["measurements.jsonl", "run.json"])
        {
            File.Copy(Repository.PathOf("docs", "report", name), folder.File(name));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_number_is_explained_from_its_rounds_to_its_limits()
    {
        var (status, output, errors) = Run("200", ReplayedRun.Case);

        status.Should().Be(0, errors);
        output.Should().Contain(ReplayedRun.Case).And.Contain("native multiple: ").And.Contain("looks, which share an error of 0.05")
            .And.Contain("where it goes: threads").And.Contain("export-multiple: within");
        Regex.Count(output, @"^ +\d+ +[\d.]+ m?s +[\d.]+ m?s +[\d.]+  .*[oX]", RegexOptions.Multiline).Should()
            .BeGreaterThanOrEqualTo(2, "a round is a line of the plot");
        Directory.GetFiles(folder.Path).Should().HaveCount(2, "nothing is written");
    }

    [Fact]
    public void Sixty_columns_are_enough_and_there_are_no_colours()
    {
        var (status, output, errors) = Run("60", ReplayedRun.Case);

        status.Should().Be(0, errors);
        output.Should().NotContain("\e");
        output.Split('\n').Where(line => line.Length > 60).Should()
            .OnlyContain(line => line.Trim().Trim('\'') == ReplayedRun.Case, "only a word that is longer is not broken");
    }

    [Fact]
    public void A_case_missing_from_the_run_ends_with_status_2_and_the_nearest_one()
    {
        var (status, _, errors) = Run("60", ReplayedRun.Case.Replace("msa", "mas", StringComparison.Ordinal));

        status.Should().Be(2);
        errors.Should().Contain($"the nearest is {ReplayedRun.Case}").And.NotContain("   at ");
    }

    [Fact]
    public void An_interrupted_run_says_so_where_sampling_ended()
    {
        var state = File.ReadAllText(folder.File("run.json"));
        var json = System.Text.Json.Nodes.JsonNode.Parse(state)!.AsObject();
        json["account"] = null;
        File.WriteAllText(folder.File("run.json"), json.ToJsonString());
        File.WriteAllLines(folder.File("measurements.jsonl"), File.ReadAllLines(folder.File("measurements.jsonl"))
            .Where(line => !Regex.IsMatch(line, "\"round\":[67],")));

        var output = Run("200", ReplayedRun.Case).Output;

        output.Should().Contain("the run was interrupted here").And.NotContain("by its budget");
    }

    private (int Status, string Output, string Errors) Run(string columns, string caseId) => BuiltCommand.Run(
        Repository.PathOf(), new Dictionary<string, string?> { ["COLUMNS"] = columns }, "explain", caseId, "--output", folder.Path);
}
