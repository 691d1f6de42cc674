using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports;

/// <summary>Says in words what a run changes of the verified table: which line, old, new, and why that is a change.</summary>
public static class VerifiedChanges
{
    /// <summary>The changes.</summary>
    /// <param name="report">The run.</param>
    /// <param name="verified">The verified table; empty where there is none.</param>
    /// <param name="rendered">What <see cref="VerifiedTable.Render"/> made of both.</param>
    /// <returns>A sentence each; none where the texts are equal.</returns>
    public static ImmutableArray<string> Of(RunReport report, string verified, string rendered)
    {
        if (VerifiedSnapshot.Plain(verified) == VerifiedSnapshot.Plain(rendered))
        {
            return [];
        }

        var (old, now) = (VerifiedSnapshot.Parse(verified), VerifiedSnapshot.Parse(rendered));
        var isOfAnotherHost = old.Fingerprint is not null && old.Fingerprint != now.Fingerprint;
        ImmutableArray<string> changes =
        [
            .. old.HostLine == now.HostLine ? (string[])[] : [$"the numbers are of: {old.HostLine ?? "no host"} -> {now.HostLine}"],
            .. now.Lines.SelectMany(line => old.Find(line.Key) is { } before
                ? before == line.Value ? [] : Changed(report, line.Key, before, line.Value, isOfAnotherHost)
                : [$"{line.Key}: new, {line.Value}"]),
            .. old.Lines.Where(line => now.Find(line.Key) is null).Select(line => $"{line.Key}: gone from the matrix; it was {line.Value}"),
        ];
        return changes.Length > 0 ? changes : ["the lines say the same, in another order or with other words around them: the file was edited, or the matrix was put in another order"];
    }

    private static IEnumerable<string> Changed(RunReport report, string key, string before, string after, bool isOfAnotherHost)
    {
        if (key.StartsWith($"{VerifiedSnapshot.Modules}/", StringComparison.Ordinal))
        {
            return [$"{key}: {before} -> {after}, more than {Tolerances.ModuleSize * 100} %: the module was compiled from other sources or with other flags"];
        }

        var (old, now) = (VerifiedLine.Parse(before), VerifiedLine.Parse(after));
        string[] changes =
        [
            .. Facts(report, old, now),
            .. old.Multiple == now.Multiple ? (string[])[] : [Multiple(report, key, old.Multiple, now.Multiple, isOfAnotherHost)],
            .. Words(old, now),
        ];
        return changes.Length > 0
            ? changes.Select(change => $"{key}: {change}")
            : [$"{key}: {before} -> {after}"];

        IEnumerable<string> Facts(RunReport of, VerifiedLine was, VerifiedLine became) => became.Facts.Except(was.Facts)
            .Select(fact => fact == "FAILED"
                ? $"FAILED: {of.Cases.FirstOrDefault(summary => summary.Case.Id == key)?.Failure}"
                : $"{was.Fact(VerifiedLine.KindOf(fact)) ?? "nothing"} -> {fact}, which no noise does")
            .Concat(was.Facts.Where(fact => became.Fact(VerifiedLine.KindOf(fact)) is null).Select(fact => $"{fact} -> nothing"));
    }

    private static string Multiple(RunReport report, string key, string? old, string? now, bool isOfAnotherHost)
    {
        var measured = report.Cases.FirstOrDefault(summary => summary.Case.Id == key)?.NativeMultiple;
        if (measured is null || !measured.TryGet(out var estimate) || now != VerifiedLine.Show(estimate))
        {
            return $"{old ?? "nothing"} -> {now ?? "nothing"}";
        }

        var why = old is null or VerifiedLine.NoMultiple ? "the first of this host"
            : isOfAnotherHost ? "the first of this host, in place of another's"
            : !(VerifiedLine.None with { Multiple = old }).IsLeftBy(estimate, VerifiedTable.Tolerance(report)) ? "the accepted run's number"
            : $"even widened by {Figures.Of(100 * VerifiedTable.Tolerance(report))} % the interval excludes the old one";
        return $"{old ?? "nothing"} -> {now}, {estimate} over {CountText.Of(estimate.Count, "round")}: {why}";
    }

    private static IEnumerable<string> Words(VerifiedLine old, VerifiedLine now) =>
    [
        .. now.Words.Except(old.Words).Select(entry => $"limit {entry.Limit}: {old.Word(entry.Limit) ?? "new"} -> {entry.Word}"),
        .. old.Words.Where(entry => now.Word(entry.Limit) is null).Select(entry => $"limit {entry.Limit}: {entry.Word} -> no longer judged"),
    ];
}
