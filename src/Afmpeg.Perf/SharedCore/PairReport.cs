using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.SharedCore;

/// <summary>Pairs of lanes that were compared on one core each.</summary>
/// <param name="Machine">The machine, in one line.</param>
/// <param name="Windows">The file that has their windows.</param>
/// <param name="Pairs">The pairs, in the order in which they were measured.</param>
public sealed record PairReport(string Machine, string Windows, ImmutableArray<PairComparison> Pairs)
{
    /// <summary>Whether a B is slower, failed, or makes another output than the same lane of another tree.</summary>
    public bool HasRegressed => Pairs.Any(pair => pair.HasRegressed);

    /// <summary>How a command that made this report ends: exceeded for a regression, missing where no pair could be measured.</summary>
    public ExitStatus Status => HasRegressed ? ExitStatus.Exceeded : Pairs.All(pair => pair.Failure is not null) ? ExitStatus.Missing : ExitStatus.Within;

    /// <summary>How many pairs got which verdict, in one line.</summary>
    public string Summary => string.Join(", ",
    [
        .. Pairs.CountBy(pair => pair.Words).Select(verdict => $"{verdict.Value} {verdict.Key}"),
        $"{Pairs.Count(pair => pair.Differences.Length > 0)} with another output (tolerance {PercentText.Of(Pairs[0].Tolerance)}, {CountText.Of(Pairs.Sum(pair => pair.Logs.Count), "window")})",
    ]);
}
