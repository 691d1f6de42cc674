using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>The part of report.md that says what varying one axis alone does: a sentence, then what it rests on.</summary>
internal static class MarkdownAxes
{
    /// <summary>Renders the axes.</summary>
    /// <param name="axes">The axes.</param>
    /// <returns>Markdown; empty where there is no axis.</returns>
    public static string Render(ImmutableArray<AxisTable> axes) =>
        axes.IsEmpty ? "" : $"## What each axis says\n\n{string.Join('\n', axes.Select(Section))}";

    /// <summary>What the columns mean.</summary>
    /// <param name="axes">The axes.</param>
    /// <returns>Markdown; empty where there is no axis.</returns>
    public static string Legend(ImmutableArray<AxisTable> axes) => axes.IsEmpty ? "" : "### Columns of the axes\n\n" + Table(
        ["axis", "column", "unit", "meaning"],
        axes.SelectMany(axis => axis.Columns, (axis, column) => (IEnumerable<string>)[axis.Id, column.Header, column.Unit, column.Legend]));

    private static string Section(AxisTable axis)
    {
        // A reason in each cell would make a table that nobody can read: it stands below, once.
        string[] reasons = [.. axis.Rows.SelectMany(row => row).Select(cell => cell.Number?.WhyNot).OfType<string>().Distinct()];
        var rows = axis.Rows.Select(row => row.Select(cell =>
            cell.Number?.WhyNot is { } reason ? $"not measured ({Array.IndexOf(reasons, reason) + 1})" : cell.Text));
        var notes = reasons.Select((reason, index) => $"- `({index + 1})` {Escape(reason)}\n").Concat(axis.Notes.Select(note => $"- {Escape(note)}\n"));
        return
            $"""
            ### {Escape(axis.Title)}

            {axis.Sentence.Show(Escape, reason => $"Not measured: {Escape(reason)}")}

            {Table(axis.Columns.Select(column => column.Header), rows)}
            {string.Concat(notes)}
            """;
    }
}
