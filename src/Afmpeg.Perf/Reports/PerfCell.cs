namespace Afmpeg.Perf.Reports;

/// <summary>A cell of the perf table.</summary>
/// <param name="Text">What it shows: a reading, "not measured", "FAILED" or "-".</param>
/// <param name="Mark">The mark of the footnote that says why there is no reading; null where none is needed.</param>
/// <param name="Number">The reading itself, unrounded, in the unit that report.json has it in; null where it is a text or there is none.</param>
public sealed record PerfCell(string Text, string? Mark, double? Number)
{
    /// <summary>The cell of a column that has no meaning for the lane; a footnote of the same text says why.</summary>
    public const string NotApplicable = "-";

    /// <summary>Text and mark.</summary>
    /// <returns>The text, such as "not measured (1)".</returns>
    public override string ToString() => Mark is null ? Text : $"{Text} {Mark}";
}
