namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Tables in documents that are made from data: each between two comments that name it.</summary>
public static class DocumentBlocks
{
    /// <summary>A text with one of its blocks replaced.</summary>
    public static string Replaced(string text, string block, IEnumerable<string> lines)
    {
        var (begin, end) = ($"<!-- {block} -->", $"<!-- /{block} -->");
        text.Should().Contain(begin).And.Contain(end);
        return $"{text.Split(begin)[0]}{begin}\n{string.Join('\n', lines)}\n{end}{text.Split(end)[1]}";
    }

    public static IEnumerable<string> Table(string[] headers, IEnumerable<string[]> rows) =>
        rows.Prepend([.. headers.Select(_ => "---")]).Prepend(headers).Select(row => $"| {string.Join(" | ", row)} |");
}
