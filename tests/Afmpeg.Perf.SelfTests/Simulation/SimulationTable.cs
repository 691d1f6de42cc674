namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>One table of the simulation: its heading, how to read it, its columns, and a cell per column in each row.</summary>
public sealed record SimulationTable(string Title, string Says, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table in Markdown; each line ends in a line feed.</summary>
    public string Render() => string.Concat(
        ((string[])[$"## {Title}", "", Says, "", Line(Columns), $"|{string.Concat(Columns.Select(_ => "---|"))}", .. Rows.Select(Line)])
            .Select(line => $"{line}\n"));

    private static string Line(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells)} |";
}
