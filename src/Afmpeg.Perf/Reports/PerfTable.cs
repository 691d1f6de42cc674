using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports;

/// <summary>The perf table of one job, as data.</summary>
/// <param name="Title">The job: "transcode/screencast-360p  libx264 veryfast, 90 frames".</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">One row per lane, in the order of the cases.</param>
/// <param name="Footnotes">Why cells are empty, what broke once, and which rounds are outliers.</param>
public sealed record PerfTable(
    string Title, ImmutableArray<PerfColumn> Columns, ImmutableArray<PerfRow> Rows, ImmutableArray<PerfFootnote> Footnotes)
{
    /// <summary>The tables of a run, one per job, in the order of the cases.</summary>
    public static ImmutableArray<PerfTable> PerJob(IEnumerable<CaseSummary> cases) =>
        [.. cases.GroupBy(summary => summary.Case.Job.Id).Select(ofJob => Of(ofJob.First().Case.Job, [.. ofJob]))];

    private static PerfTable Of(Job job, ImmutableArray<CaseSummary> cases)
    {
        var drafts = cases.Select(summary => PerfColumns.All.Select(column => Draft.Of(column, summary)).ToArray()).ToArray();
        var footnotes = ReasonsOf([.. drafts.SelectMany(cells => cells).Where(cell => cell.Reason is not null)]);
        var marks = footnotes.Where(note => note.Mark != PerfCell.NotApplicable).ToDictionary(note => note.Reason, note => note.Mark);
        return new PerfTable(
            $"{job.Workload}/{job.Subject}  {job.Setting.Title}, {CountText.Of(job.Expected.Frames, "frame")}",
            PerfColumns.All,
            [.. cases.Zip(drafts, (summary, cells) => new PerfRow(summary, [.. cells.Select(cell => cell.Marked(marks))]))],
            [
                .. footnotes,
                .. cases.SelectMany(summary => summary.Incidents.Select(incident => OfLane(summary, incident))),
                .. cases.Where(summary => summary.Remark is not null).Select(summary => OfLane(summary, summary.Remark!)),
                .. Outliers([.. cases.Where(summary => !summary.OutlyingRounds.IsEmpty)]),
            ]);
    }

    private static PerfFootnote OfLane(CaseSummary summary, string text) => new($"{summary.Case.Lane.Name}:", text);

    // One for the table: a round in which native was slow is an outlier of every lane.
    private static IEnumerable<PerfFootnote> Outliers(ImmutableArray<CaseSummary> cases) => cases.IsEmpty ? [] :
    [
        new(
            "outliers:",
            "rounds far from the others of their lane, by the modified z-score of their ratio to native (for native, of its time); every "
            + $"estimate includes them: {string.Join("; ", cases.Select(OutliersOf))}"),
    ];

    private static string OutliersOf(CaseSummary summary)
    {
        var rounds = summary.OutlyingRounds.Length == 1 ? "round" : "rounds";
        return $"{summary.Case.Lane.Name} in {rounds} {string.Join(", ", summary.OutlyingRounds)}";
    }

    private static ImmutableArray<PerfFootnote> ReasonsOf(ImmutableArray<Draft> absent)
    {
        var missing = absent.Where(cell => cell.Text != PerfCell.NotApplicable).Select(cell => cell.Reason!).Distinct();
        var meaningless = absent.Where(cell => cell.Text == PerfCell.NotApplicable).Select(cell => cell.Reason!).Distinct();
        return
        [
            .. missing.Select((reason, index) => new PerfFootnote($"({index + 1})", reason)),
            .. meaningless.Select(reason => new PerfFootnote(PerfCell.NotApplicable, reason)),
        ];
    }

    // A cell before its reason has a mark.
    private sealed record Draft(string Text, string? Reason, double? Number)
    {
        public static Draft Of(PerfColumn column, CaseSummary summary)
        {
            var cell = column.Cell(summary);
            return cell.TryGet(out var text)
                ? new Draft(text, null, column.Number is { } read && read(summary).TryGet(out var number) ? number : null)
                : new Draft(Absent(column, summary, cell), cell.Reason, null);
        }

        public PerfCell Marked(Dictionary<string, string> marks) =>
            new(Text, Reason is null || Text == PerfCell.NotApplicable ? null : marks[Reason], Number);

        private static string Absent(PerfColumn column, CaseSummary summary, Reading<string> cell) => cell.Reason switch
        {
            _ when column.WasmOnly && !summary.Case.Lane.IsWasm => PerfCell.NotApplicable,
            _ when column.LossyOnly && !summary.Case.Job.Setting.IsLossy => PerfCell.NotApplicable,
            PictureQuality.NothingLost when column.LossyOnly => PerfCell.NotApplicable,
            _ when summary.Failure is not null && cell.Reason == summary.Failure => "FAILED",
            _ => "not measured",
        };
    }
}

/// <summary>A lane's row of the perf table, one cell per column.</summary>
public sealed record PerfRow(CaseSummary Summary, ImmutableArray<PerfCell> Cells);

/// <summary>A cell of the perf table.</summary>
/// <param name="Text">What it shows: a reading, "not measured", "FAILED" or "-".</param>
/// <param name="Mark">The mark of the footnote that says why there is no reading; null where none is needed.</param>
/// <param name="Number">The unrounded reading, in report.json's unit; null where the cell holds a text or no reading.</param>
public sealed record PerfCell(string Text, string? Mark, double? Number)
{
    /// <summary>The text of a cell whose column has no meaning for the lane; a footnote with this mark says why.</summary>
    public const string NotApplicable = "-";

    /// <summary>Text and mark: "not measured (1)".</summary>
    public override string ToString() => Mark is null ? Text : $"{Text} {Mark}";
}

/// <summary>A note below the table: why cells hold no reading, or something else about a lane. Each reason appears once.</summary>
/// <param name="Mark">The mark in the cells, "(1)" or "-"; the subject where no cell is marked, "native:" or "outliers:".</param>
/// <param name="Reason">The reason, as recorded.</param>
public sealed record PerfFootnote(string Mark, string Reason);
