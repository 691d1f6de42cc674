using System.Collections.Immutable;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>One table of the simulation.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Says">What it shows and how to read it.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">A cell per column.</param>
public sealed record SimulationTable(string Title, string Says, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table in Markdown.</summary>
    /// <returns>Lines, ended by a line feed each.</returns>
    public string Render() => string.Concat(
        ((string[])[$"## {Title}", "", Says, "", Line(Columns), $"|{string.Concat(Columns.Select(_ => "---|"))}", .. Rows.Select(row => Line(row))]).Select(line => $"{line}\n"));

    private static string Line(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells)} |";
}
