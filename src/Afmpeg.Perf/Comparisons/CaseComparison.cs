using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Comparisons;

/// <summary>A case of two runs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Before">What A has; null where it has no such case.</param>
/// <param name="After">What B has; null where it has no such case.</param>
/// <param name="Change">B's multiple divided by A's, with its interval of 95 %: above 1 where B is slower.</param>
/// <param name="Verdict">What became of its speed.</param>
/// <param name="Why">Why that is the verdict.</param>
/// <param name="Differences">What differs of the columns that have no noise, in words: apart from speed, and never by chance.</param>
public sealed record CaseComparison(
    string Id,
    CaseExtract? Before,
    CaseExtract? After,
    Reading<Estimate> Change,
    SpeedVerdict Verdict,
    string Why,
    ImmutableArray<string> Differences)
{
    /// <summary>Whether it fails a gate: it has become slower, or is not the same output.</summary>
    public bool HasRegressed => Verdict == SpeedVerdict.Slower || Differences.Length > 0;

    /// <summary>The change in words: "+9.6 % [+7.0 %, +12.3 %]"; "-" where there is none.</summary>
    public string ChangeText => Change.Show(
        change => $"{PercentText.Change(change.Value)} [{PercentText.Change(change.Low)}, {PercentText.Change(change.High)}]", _ => "-");

    /// <summary>The whole comparison in words.</summary>
    public string Sentence => string.Join("; ", (string[])
    [
        $"{Id}: {Words}, {(Before is { } old ? Shown(old) : "-")} -> {(After is { } now ? Shown(now) : "-")}, {ChangeText}: {Why}",
        .. Differences,
    ]);

    /// <summary>The verdict in words: "cannot tell".</summary>
    public string Words => Verdict switch
    {
        SpeedVerdict.CannotTell => "cannot tell",
        SpeedVerdict.OnlyInA => "only in A",
        SpeedVerdict.OnlyInB => "only in B",
        _ => Verdict.ToString().ToLowerInvariant(),
    };

    private static string Shown(CaseExtract extract) => extract.Multiple().Show(multiple => multiple, _ => "-");
}
