using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A table of a written report, read back from it.</summary>
public sealed partial record ReadTable(
    ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<ImmutableArray<double?>> Numbers)
{
    public static ImmutableArray<ReadTable> Of(IDocument document) => [.. document.QuerySelectorAll<IHtmlTableElement>("table").Select(Of)];

    public static ImmutableArray<ReadTable> Of(string markdown)
    {
        var tables = ImmutableArray.CreateBuilder<ReadTable>();
        foreach (var block in markdown.Split("\n\n").Where(block => block.StartsWith('|')))
        {
            var lines = block.TrimEnd('\n').Split('\n').Select(Cells).ToArray();
            var rows = lines[2..];
            tables.Add(new ReadTable(lines[0], [.. rows], [.. rows.Select(row => row.Select(_ => (double?)null).ToImmutableArray())]));
        }

        return tables.ToImmutable();
    }

    public static ReadTable Of(IHtmlTableElement table) => new(
        [.. table.Head!.Rows[0].Cells.Select(cell => cell.TextContent)],
        [.. table.Bodies[0].Rows.Select(row => row.Cells.Select(cell => cell.TextContent).ToImmutableArray())],
        [.. table.Bodies[0].Rows.Select(row => row.Cells.Select(Number).ToImmutableArray())]);

    private static double? Number(IElement cell) =>
        cell.GetAttribute("data-number") is { } number ? double.Parse(number, CultureInfo.InvariantCulture) : null;

    private static ImmutableArray<string> Cells(string line) =>
        [.. Bars().Split(line[1..^1]).Select(cell => WebUtility.HtmlDecode(Escapes().Replace(cell, "${letter}").Trim()))];

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bars();

    [GeneratedRegex(@"\\(?<letter>[^\w\s]|_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
