using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows, for a reader who comes upon it alone.</param>
/// <param name="Columns">The columns, 1 or more.</param>
/// <param name="Rows">A cell per column in each row.</param>
public sealed record PageTable(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<TableCell>> Rows) : PageBlock
{
    // What is longer tells something of a row, and is no name of it.
    private const int LongestName = 80;

    /// <summary>The column that names the rows: the first one of names no two of which are alike; the first one where there is none.</summary>
    public int Naming => Math.Max(0, Enumerable.Range(0, Columns.Length).FirstOrDefault(IsNaming, -1));

    /// <summary>A table of texts.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="headers">What stands above its columns.</param>
    /// <param name="rows">A text per column in each row.</param>
    /// <returns>The table.</returns>
    public static PageTable Of(string caption, IEnumerable<string> headers, IEnumerable<IEnumerable<TableCell>> rows) =>
        new(caption, [.. headers.Select(header => new TableColumn(header))], [.. rows.Select(row => row.ToImmutableArray())]);

    private bool IsNaming(int column) =>
        Rows.All(row => row[column] is { Number: null, Text.Length: <= LongestName }) && Rows.Select(row => row[column].Text).Distinct().Count() == Rows.Length;

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
