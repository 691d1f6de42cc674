using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows, for a reader who comes upon it alone.</param>
/// <param name="Columns">The columns; the first one names the rows.</param>
/// <param name="Rows">A cell per column in each row.</param>
public sealed record PageTable(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<TableCell>> Rows) : PageBlock
{
    /// <summary>A table of texts.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="headers">What stands above its columns.</param>
    /// <param name="rows">A text per column in each row.</param>
    /// <returns>The table.</returns>
    public static PageTable Of(string caption, IEnumerable<string> headers, IEnumerable<IEnumerable<TableCell>> rows) =>
        new(caption, [.. headers.Select(header => new TableColumn(header))], [.. rows.Select(row => row.ToImmutableArray())]);

    /// <inheritdoc/>
    public override T Accept<T>(IPageBlockVisitor<T> visitor) => visitor.Visit(this);
}
