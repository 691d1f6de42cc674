namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows, for a reader who sees the table alone.</param>
/// <param name="Columns">The columns, 1 or more.</param>
/// <param name="Rows">One cell per column in each row.</param>
public sealed record PageTable(string Caption, ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<TableCell>> Rows)
    : PageBlock
{
    // A longer text describes a row rather than naming it.
    private const int LongestName = 80;

    /// <summary>The index of the column that names the rows: the first with a different short text in every row, else 0.</summary>
    public int Naming => Math.Max(0, Enumerable.Range(0, Columns.Length).FirstOrDefault(IsNaming, -1));

    /// <summary>A table whose columns have no unit.</summary>
    public static PageTable Of(string caption, IEnumerable<string> headers, IEnumerable<IEnumerable<TableCell>> rows) =>
        new(caption, [.. headers.Select(header => new TableColumn(header))], [.. rows.Select(row => row.ToImmutableArray())]);

    private bool IsNaming(int column) =>
        Rows.All(row => row[column] is { Number: null, Text.Length: <= LongestName })
        && Rows.Select(row => row[column].Text).Distinct().Count() == Rows.Length;
}

/// <summary>A column of a table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Unit">The unit of its cells; null where there is none or the cells name it.</param>
public sealed record TableColumn(string Header, string? Unit = null);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Number">The unrounded number to sort by; null where the cell holds a text or no reading.</param>
/// <param name="Tone">How good or bad it is.</param>
public sealed record TableCell(string Text, double? Number = null, Tone Tone = Tone.Plain)
{
    /// <summary>A cell that holds a text.</summary>
    public static implicit operator TableCell(string text) => FromString(text);

    /// <summary>A cell that holds a text.</summary>
    public static TableCell FromString(string text) => new(text);

    /// <summary>A cell that holds a whole number.</summary>
    public static TableCell Of(long number) => new($"{number}", number);
}

/// <summary>How good or bad something is. It only repeats what the words say, so a format may leave it out.</summary>
public enum Tone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>Within a limit.</summary>
    Good,

    /// <summary>Undecided.</summary>
    Unsure,

    /// <summary>Wrong, or beyond a limit.</summary>
    Bad,
}
