using Afmpeg.Perf.Axes;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>The sections made of axis tables: what varying one axis alone does, where time goes, and what decides.</summary>
internal static class AxesSection
{
    // Cells show these units themselves, or no reader misses them.
    private static readonly ImmutableHashSet<string> HiddenUnits = ["", "x", "bytes", "B", "count"];

    // The table that the short page shows, too: its few rows are the answer.
    private static readonly ImmutableHashSet<string> InShort = ["goals"];

    public static PageSection? Of(PageInput input) =>
        Section("What each axis says", [], input.Report.Axes.Where(axis => !IsAboutTime(axis)), input);

    /// <summary>Where the time of a job goes: decoding, filters, encoding; what is fixed and what each second costs.</summary>
    public static PageSection? OfTime(PageInput input) =>
        Section("Where the time goes", PicturePlaces.AboutTime(input), input.Report.Axes.Where(IsAboutTime), input);

    /// <summary>
    /// What the decision rests on, and what to choose: the ladder, guidance, levers, where the decision would flip, the best for each goal.
    /// </summary>
    public static PageSection? OfLevers(PageInput input) => Section(
        "What decides, and what to choose",
        [],
        [.. input.Report.Levers, .. input.Report.Guidance is { } choices ? (AxisTable[])[choices] : []],
        input);

    /// <summary>An axis in one sentence.</summary>
    public static Paragraph Sentence(AxisTable axis) => new(axis.Sentence.Show(sentence => sentence, reason => $"Not measured: {reason}"));

    private static PageSection? Section(string heading, IEnumerable<PageBlock> first, IEnumerable<AxisTable> axes, PageInput input)
    {
        PageBlock[] blocks = [.. first, .. axes.Select(axis => Axis(axis, input))];
        return blocks.Length == 0 ? null : new PageSection(heading, [.. blocks]);
    }

    private static bool IsAboutTime(AxisTable axis) => axis.Id is "time-split" or "reel";

    private static PageSection Axis(AxisTable axis, PageInput input)
    {
        // A table with a reason in each cell would be unreadable: each reason appears once, below.
        string[] reasons = [.. axis.Rows.SelectMany(row => row).Select(cell => cell.Number?.Reason).OfType<string>().Distinct()];
        return new PageSection(
            axis.Title,
            [
                Sentence(axis),
                .. PicturePlaces.Of(axis, input),
                new PageTable(
                    axis.Title,
                    [.. axis.Columns.Select(column => new TableColumn(column.Header, Unit(column)))],
                    [.. axis.Rows.Select(row => row.Select(cell => Cell(cell, reasons)).ToImmutableArray())])
                {
                    IsDetail = !InShort.Contains(axis.Id),
                },
                BulletList.Of(
                [
                    .. reasons.Select((reason, index) => PageText.Code(Mark(index), $" {reason}")),
                    .. axis.Notes.Select(note => (PageText)note),
                ]) with { IsDetail = true },
            ]);
    }

    private static TableCell Cell(AxisCell cell, string[] reasons) => cell.Number?.Reason is { } reason
        ? new TableCell($"not measured {Mark(Array.IndexOf(reasons, reason))}")
        : new TableCell(cell.Text, cell.Number is { } number && number.TryGet(out var estimate) ? estimate.Value : null);

    private static string? Unit(AxisColumn column) => HiddenUnits.Contains(column.Unit) ? null : column.Unit;

    private static string Mark(int index) => $"({index + 1})";
}
