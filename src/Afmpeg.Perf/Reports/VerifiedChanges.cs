using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>Says what a run changes in the verified table: which line, old, new, and why.</summary>
public static class VerifiedChanges
{
    /// <summary>One sentence per change; none where the texts are equal.</summary>
    /// <param name="report">The run.</param>
    /// <param name="verified">The verified table; empty where there is none.</param>
    /// <param name="rendered">What <see cref="VerifiedTable.Render"/> made of both.</param>
    /// <returns>The sentences.</returns>
    public static ImmutableArray<string> Of(RunReport report, string verified, string rendered)
    {
        if (VerifiedText.Normalize(verified) == VerifiedText.Normalize(rendered))
        {
            return [];
        }

        var (old, now) = (VerifiedText.Parse(verified), VerifiedText.Parse(rendered));
        var isOfAnotherHost = old.Fingerprint is not null && old.Fingerprint != now.Fingerprint;
        ImmutableArray<string> changes =
        [
            .. old.HostLine == now.HostLine ? (string[])[] : [$"the host of the numbers: {old.HostLine ?? "none"} -> {now.HostLine}"],
            .. now.Lines.SelectMany(line => old.Find(line.Key) is { } before
                ? Changed(report, line.Key, before, line.Value, isOfAnotherHost).Select(change => $"{line.Key}: {change}")
                : [$"{line.Key}: new, {line.Value}"]),
            .. old.Lines.Where(line => now.Find(line.Key) is null).Select(line => $"{line.Key}: gone from the matrix; it was {line.Value}"),
        ];
        return changes.Length > 0
            ? changes
            : ["the lines say the same, but in another order or with other text around them: the file was edited or the matrix reordered"];
    }

    private static string[] Changed(RunReport report, string key, VerifiedLine old, VerifiedLine now, bool isOfAnotherHost)
    {
        if (old.ToString() == now.ToString())
        {
            return [];
        }

        if (key.StartsWith($"{VerifiedText.Modules}/", StringComparison.Ordinal))
        {
            var tolerance = Tolerances.ModuleSize * 100;
            return [$"{old} -> {now}, more than {tolerance} %: the module was compiled from other sources or with other flags"];
        }

        string[] changes =
        [
            .. now.Facts.Except(old.Facts).Select(fact => fact == "FAILED"
                ? $"FAILED: {report.Cases.FirstOrDefault(summary => summary.Case.Id == key)?.Failure}"
                : $"{old.Fact(VerifiedLine.KindOf(fact)) ?? "nothing"} -> {fact}, which noise cannot cause"),
            .. old.Facts.Where(fact => now.Fact(VerifiedLine.KindOf(fact)) is null).Select(fact => $"{fact} -> nothing"),
            .. old.Multiple == now.Multiple ? (string[])[] : [Multiple(report, key, old.Multiple, now.Multiple, isOfAnotherHost)],
            .. now.Verdicts.Except(old.Verdicts)
                .Select(entry => $"limit {entry.Limit}: {old.Verdict(entry.Limit) ?? "new"} -> {entry.Word}"),
            .. old.Verdicts.Where(entry => now.Verdict(entry.Limit) is null)
                .Select(entry => $"limit {entry.Limit}: {entry.Word} -> no longer judged"),
        ];
        return changes.Length > 0 ? changes : [$"{old} -> {now}"];
    }

    private static string Multiple(RunReport report, string key, string? old, string? now, bool isOfAnotherHost)
    {
        var measured = report.Cases.FirstOrDefault(summary => summary.Case.Id == key)?.NativeMultiple;
        if (measured is null || !measured.TryGet(out var estimate) || now != VerifiedLine.Show(estimate))
        {
            return $"{old ?? "nothing"} -> {now ?? "nothing"}";
        }

        var tolerance = VerifiedTable.Tolerance(report);
        var why = old is null or VerifiedLine.NoMultiple ? "the first on this host"
            : isOfAnotherHost ? "the first on this host, in place of another's"
            : !(VerifiedLine.None with { Multiple = old }).IsExcludedBy(estimate, tolerance) ? "the accepted run's number"
            : $"even widened by {Figures.Of(100 * tolerance)} % the interval excludes the old one";
        return $"{old ?? "nothing"} -> {now}, {estimate} over {CountText.Of(estimate.Count, "round")}: {why}";
    }
}
