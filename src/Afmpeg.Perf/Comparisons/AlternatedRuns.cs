using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// Compares two trees that were measured by turns, A B B A: a drift of the host that is steady over the four runs is in both trees alike. The
/// rounds of a tree's two runs are taken together; and since two runs of one tree tell what a run adds by itself (another layout of memory, another
/// quarter of an hour), no change of a case is claimed that is not larger than what its runs of one tree differ by.
/// </summary>
public static class AlternatedRuns
{
    /// <summary>Compares them.</summary>
    /// <param name="before">The two runs of A.</param>
    /// <param name="after">The two runs of B.</param>
    /// <param name="tolerance">How much a multiple may change, as a fraction above 0.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="PerfException">The trees did not do the same work: every reason is told.</exception>
    public static RunComparison Compare(
        (RunExtract First, RunExtract Second) before, (RunExtract First, RunExtract Second) after, double tolerance = Tolerances.Speed)
    {
        // Turns share the machine's state: what their references took is no question.
        var comparison = RunComparison.Of(Join(before.First, before.Second).WithoutTimes(), Join(after.First, after.Second).WithoutTimes(), tolerance);
        return comparison with { Cases = [.. comparison.Cases.Select(compared => Guarded(compared, before, after))] };
    }

    /// <summary>Two runs of one tree as one: each case with the rounds of both.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <returns>The extract, under both names.</returns>
    public static RunExtract Join(RunExtract first, RunExtract second) => first with
    {
        Run = $"{first.Run} and {second.Run}",
        NoiseFloor = first.NoiseFloor is null || second.NoiseFloor is null ? first.NoiseFloor ?? second.NoiseFloor : Math.Max(first.NoiseFloor.Value, second.NoiseFloor.Value),
        Cases =
        [
            .. first.Cases.Select(entry => Find(second, entry.Id) is { } other ? Join(entry, other) : entry),
            .. second.Cases.Where(entry => Find(first, entry.Id) is null),
        ],
    };

    private static CaseExtract Join(CaseExtract first, CaseExtract second)
    {
        // Rounds that are divided by different lanes are no rounds of one number.
        var usable = second.Reference == first.Reference || first.Ratios.IsEmpty || second.Ratios.IsEmpty;
        var failed = first.Failed ? first : second.Failed ? second : null;
        ImmutableArray<double> ratios = failed is not null ? [] : usable ? [.. first.Ratios, .. second.Ratios] : first.Ratios;
        return first with
        {
            Reference = first.Ratios.IsEmpty ? second.Reference : first.Reference,
            Ratios = ratios,
            Reason = ratios.IsEmpty ? failed?.Reason ?? first.Reason ?? second.Reason : null,
            Failed = failed is not null,
            Frames = first.Frames ?? second.Frames,
            OutputBytes = first.OutputBytes ?? second.OutputBytes,
            FramesDigest = first.FramesDigest ?? second.FramesDigest,
            PsnrYDb = first.PsnrYDb ?? second.PsnrYDb,
        };
    }

    private static CaseComparison Guarded(CaseComparison compared, (RunExtract First, RunExtract Second) before, (RunExtract First, RunExtract Second) after)
    {
        var own = Math.Max(Between(before, compared.Id), Between(after, compared.Id));
        return compared.Verdict is SpeedVerdict.Slower or SpeedVerdict.Faster && compared.Change.TryGet(out var change) && Math.Abs(Math.Log(change.Value)) <= own
            ? compared with
            {
                Verdict = SpeedVerdict.CannotTell,
                Why = $"no larger than what two runs of one tree differ by here ({PercentText.Of(Math.Exp(own) - 1)}); more time or a quieter host would tell",
            }
            : compared;
    }

    // How far two runs of one tree are apart, on the scale of logarithms; 0 where only one has rounds.
    private static double Between((RunExtract First, RunExtract Second) runs, string id) =>
        Find(runs.First, id) is { Ratios.IsEmpty: false } one && Find(runs.Second, id) is { Ratios.IsEmpty: false } other && one.Reference == other.Reference
            ? Math.Abs(one.Ratios.Average(Math.Log) - other.Ratios.Average(Math.Log))
            : 0;

    private static CaseExtract? Find(RunExtract run, string id) => run.Cases.FirstOrDefault(entry => entry.Id == id);
}
