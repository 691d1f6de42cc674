using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using static Afmpeg.Perf.Reports.MarkdownText;

namespace Afmpeg.Perf.Reports;

/// <summary>The part of report.md that says what disturbed measuring on this host, and how to correct it.</summary>
internal static class MarkdownHost
{
    private const string Before = "when it began";
    private const string During = "while it ran";

    /// <summary>The line among the host's: what disturbed the run, if anything.</summary>
    /// <param name="quiet">What was seen.</param>
    /// <returns>Markdown.</returns>
    public static string Line(Reading<HostAccount> quiet) => quiet.Show(
        account =>
        {
            var disturbing = Remarks(account).Where(seen => seen.Remark.IsDisturbing).ToArray();
            return disturbing.Length == 0
                ? "- Disturbed by: nothing that the host tells of\n"
                : string.Concat(disturbing
                    .Select(seen => $"  - {seen.When}, {Escape(seen.Remark.Sentence)}{(seen.Remark.Remedy is { } remedy ? $". To do: {Escape(remedy)}" : "")}\n")
                    .Prepend("- Disturbed by:\n"));
        },
        reason => $"- Disturbed by: not measured ({Escape(reason)})\n");

    /// <summary>All that was seen.</summary>
    /// <param name="quiet">What was seen.</param>
    /// <returns>Markdown.</returns>
    public static string Table(Reading<HostAccount> quiet) => "### How quiet the host was\n\n" + quiet.Show(
        account => MarkdownText.Table(
            ["what", "when", "observed", "disturbs", "what can be done"],
            Remarks(account).Select(seen => (IEnumerable<string>)
            [
                seen.Remark.Topic, seen.When, seen.Remark.Observed, seen.Remark.IsDisturbing ? "yes" : "no", seen.Remark.Remedy ?? "",
            ])),
        reason => $"Not measured: {Escape(reason)}.\n");

    private static IEnumerable<(string When, HostRemark Remark)> Remarks(HostAccount account) =>
        [.. account.Before.Select(remark => (Before, remark)), .. account.During.Select(remark => (During, remark))];
}
