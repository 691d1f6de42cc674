using System.Text.RegularExpressions;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>The pages that people read: finished, and linked to what is there.</summary>
public sealed class DocumentationRules
{
    public static TheoryData<string> Pages =>
        TheoryRows.Of(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
        .Concat(Directory.EnumerateFiles(Repository.Root, "*.md")).Select(SourceFiles.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_no_gap_and_its_links_lead_to_existing_files(string page)
    {
        var (text, folder) = (File.ReadAllText(Repository.PathOf(page)), Path.GetDirectoryName(Repository.PathOf(page))!);

        text.Should().NotContain("@@");
        Regex.Matches(text, @"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.GetFullPath(target.Split('#')[0], folder)))
            .Should().BeEmpty();
    }
}
