using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules.Cli;

/// <summary>What pages and workflow files tell people and machines to type is what the command understands.</summary>
public sealed class DocumentedCommandsRules
{
    private static readonly string[] Shards =
        ["docs/ci/github-actions-shards.yml", "docs/ci/gitlab-ci-shards.yml", "docs/ci/kubernetes-shards.yml", "docs/ci/Containerfile"];

    // Pages with the commands that repeat what they claim.
    private static readonly string[] Evidence = ["docs/trust.md", "docs/reliability.md",
        .. new[] { "trust", "reliability" }.SelectMany(folder => Directory.GetFiles(Repository.PathOf("docs", folder), "*.md"))
            .Select(page => Path.GetRelativePath(Repository.Root, page))];

    private static readonly string[] Pages = ["README.md", "CONTRIBUTING.md", "docs/maintaining.md", "docs/reading.md", "docs/running.md",
        "docs/own-inputs.md", "docs/ci.md", "docs/several-machines.md", "docs/licences.md", "docs/ci/github-actions.yml",
        "docs/ci/gitlab-ci.yml", ".ci/run", .. Shards, .. Evidence];

    public static TheoryData<string> Lines => TheoryRows.Of(Pages.SelectMany(page => Regex.Matches(
            File.ReadAllText(Repository.PathOf(page.Split('/'))),
            @"(?<=(src/Afmpeg\.Perf\.Cli --|\.tools/afmpeg-perf|`afmpeg-perf) )[a-z][^`#\n]*",
            RegexOptions.ExplicitCapture))
        .Select(line => Regex.Replace(line.Value.Split("||")[0].Trim(), @"""\$(\(.*\)|\w+)""", "REF", RegexOptions.ExplicitCapture))
        // Which shard a machine is, it gets to know there.
        .Select(line => Regex.Replace(line, @"\$(\{\{[^}]*\}\}|\(\([^)]*\)\)|CI_NODE_INDEX)/(\d+|\$CI_NODE_TOTAL)", "1/4",
            RegexOptions.ExplicitCapture))
        .Distinct());

    public static TheoryData<string> Filters => TheoryRows.Of(Pages.SelectMany(page => Regex.Matches(
            File.ReadAllText(Repository.PathOf(page.Split('/'))), @"(?<=FullyQualifiedName[~=]\.?)[A-Z]\w+"))
        .Select(filter => filter.Value).Distinct());

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_test_named_on_a_page_exists(string name) => Directory
        .EnumerateFileSystemEntries(Repository.PathOf("tests"), "*", SearchOption.AllDirectories)
        .Should().Contain(path => Path.GetFileNameWithoutExtension(path) == name);

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_line_shown_on_a_page_is_valid(string line)
    {
        // Only parsed, and not done.
        var words = Regex.Matches(line, @"'[^']*'|\S+").Select(word => word.Value.Trim('\'')).ToArray();

        var (status, _, errors) = BuiltCommand.Run(Repository.Root, new Dictionary<string, string?>(), ["[diagram]", .. words]);

        (status, errors).Should().Be((0, ""), line);
    }
}
