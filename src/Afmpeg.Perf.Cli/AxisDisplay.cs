using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;

namespace Afmpeg.Perf.Cli;

/// <summary>One axis of a run on standard output: its sentence, its table, its notes.</summary>
internal static class AxisDisplay
{
    /// <summary>Shows an axis.</summary>
    /// <exception cref="PerfException">The run has no such axis.</exception>
    public static void Show(RunReport report, string id)
    {
        var ids = report.Axes.Select(axis => axis.Id).ToArray();
        var table = report.Axes.FirstOrDefault(axis => axis.Id == id) ?? throw new PerfException(ExitStatus.BadUsage, "The run has no such axis")
        {
            Where = $"run {report.Run}",
            Expected = ids.Length > 0 ? $"one of {string.Join(", ", ids)}" : "an axis, but it measured none",
            Observed = $"'{id}'{UsageFault.Suggestion(id, ids)}",
            Remedy = "name another, or measure it: afmpeg-perf run --tier full has all",
        };
        var screen = new Screen();
        screen.WriteLine(table.Title);
        screen.WriteLine();
        screen.WriteLine(table.Sentence.Show(sentence => sentence, reason => $"not measured: {reason}"));
        screen.WriteTable([.. table.Columns.Select(column => column.Header)], [.. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())]);
        foreach (var note in table.Notes)
        {
            screen.WriteLine(note);
        }
    }
}
