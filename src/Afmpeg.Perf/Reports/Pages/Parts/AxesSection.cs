using System.Collections.Immutable;
using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>What varying one axis alone does: a sentence, a picture, then what they rest on.</summary>
internal static class AxesSection
{
    // These have units that cells show by themselves, or none that a reader misses.
    private static readonly ImmutableHashSet<string> Untold = ["", "x", "bytes", "B", "count"];

    public static PageSection? Of(PageInput input)
    {
        var axes = input.Report.Axes.Where(axis => !TimeSection.Takes(axis)).ToArray();
        return axes.Length == 0 ? null : new PageSection("What each axis says", [.. axes.Select(axis => Axis(axis, input))]);
    }

    public static PageSection Axis(AxisTable axis, PageInput input)
    {
        // A reason in each cell would make a table that nobody can read: it stands below, once.
        string[] reasons = [.. axis.Rows.SelectMany(row => row).Select(cell => cell.Number?.Reason).OfType<string>().Distinct()];
        return new PageSection(
            axis.Title,
            [
                new Paragraph(axis.Sentence.Show(sentence => sentence, reason => $"Not measured: {reason}")),
                .. PicturePlaces.Of(axis, input),
                new PageTable(
                    axis.Title,
                    [.. axis.Columns.Select(column => new TableColumn(column.Header, Untold.Contains(column.Unit) ? null : column.Unit))],
                    [.. axis.Rows.Select(row => row.Select(cell => Cell(cell, reasons)).ToImmutableArray())])
                { IsDetail = true },
                new BulletList(
                [
                    .. reasons.Select((reason, index) => new BulletItem(PageText.Code(Mark(index), $" {reason}"))),
                    .. axis.Notes.Select(note => new BulletItem(note)),
                ])
                { IsDetail = true },
            ]);
    }

    private static TableCell Cell(AxisCell cell, string[] reasons) =>
        cell.Number?.Reason is { } reason
            ? new TableCell($"not measured {Mark(Array.IndexOf(reasons, reason))}")
            : new TableCell(cell.Text, cell.Number is { } number && number.TryGet(out var estimate) ? estimate.Value : null);

    private static string Mark(int index) => $"({index + 1})";
}
