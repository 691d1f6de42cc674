using Afmpeg.Perf.Foundation;
using Spectre.Console;

namespace Afmpeg.Perf.Cli;

/// <summary>Standard output in plain text without colours; where it is narrow, lines are wrapped and tables laid out differently.</summary>
internal sealed class Screen
{
    // A table's last column may be broken into lines as long as they are this wide; blanks and rules take this much of every column.
    private const int NarrowestColumn = 30;
    private const int ColumnSpace = 3;

    // No line has as many columns.
    private const int WidthOfPipe = 10_000;

    private readonly TextWriter output = System.Console.Out;

    /// <summary>Columns by COLUMNS or the terminal; for a pipe more than any line has, so that programs read whole lines.</summary>
    public int Width { get; } = SharedOptions.Columns
        ?? (System.Console.IsOutputRedirected ? WidthOfPipe : Math.Max(SharedOptions.Narrowest, System.Console.WindowWidth));

    /// <summary>Writes a line of a plot, whose blanks stay and which is not broken.</summary>
    public void WriteRow(string row) => output.WriteLine(row.TrimEnd());

    /// <summary>Writes a text as a line or, where it does not fit, as several.</summary>
    public void WriteLine(string text = "", string indent = "")
    {
        foreach (var line in WrappedText.Lines(text, Width, indent, new string(' ', indent.Length)))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Writes a table; where it does not fit, each row as its first cell and a line for each further one.</summary>
    /// <param name="headers">The headers, one or more.</param>
    /// <param name="rows">Rows with as many cells.</param>
    public void WriteTable(IReadOnlyList<string> headers, IReadOnlyCollection<IReadOnlyList<string>> rows)
    {
        var widths = headers.Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        var narrowest = widths[..^1].Sum() + Math.Min(widths[^1], NarrowestColumn) + (ColumnSpace * widths.Length);
        if (narrowest <= Width)
        {
            WriteGrid(headers, rows);
            return;
        }

        foreach (var row in rows)
        {
            WriteLine(row[0]);
            foreach (var (header, cell) in headers.Zip(row).Skip(1).Where(pair => pair.Second.Length > 0))
            {
                WriteLine($"{header}: {cell}", "  ");
            }
        }
    }

    private void WriteGrid(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var grid = new Table().Border(TableBorder.Simple);
        foreach (var (index, header) in headers.Index())
        {
            var column = new TableColumn(Markup.Escape(header));
            grid.AddColumn(index < headers.Count - 1 ? column.NoWrap() : column);
        }

        foreach (var row in rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text)
        });
        console.Profile.Width = Width;
        console.Write(grid);
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
        {
            WriteRow(line);
        }

        WriteLine();
    }
}
