using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Two runs held against each other: A, the earlier one or a baseline, and B.</summary>
/// <param name="Before">A.</param>
/// <param name="After">B.</param>
/// <param name="Tolerance">How much a multiple may change, as a fraction.</param>
/// <param name="Notes">What a reader must know before the numbers: other hosts, settings that are not known, noise.</param>
/// <param name="Cases">Each case of either run: B's in its order, then those that only A has.</param>
/// <param name="Modules">Modules whose size changed, by name, in words.</param>
public sealed record RunComparison(
    RunExtract Before,
    RunExtract After,
    double Tolerance,
    ImmutableArray<string> Notes,
    ImmutableArray<CaseComparison> Cases,
    ImmutableSortedDictionary<string, string> Modules)
{
    /// <summary>Whether anything has become slower, a module executes more by more than the tolerance, or a column without noise differs.</summary>
    public bool HasRegressed => Modules.Count > 0 || Cases.Any(compared => compared.HasRegressed)
        || Operations.Any(compared => compared.Verdict == OperationsVerdict.Changed && compared.Factor > 1 + Tolerance);

    /// <summary>What modules executed, as far as both runs counted it.</summary>
    public ImmutableArray<OperationsComparison> Operations { get; init; } = [];

    /// <summary>The counts that are not the same.</summary>
    public IEnumerable<OperationsComparison> ChangedOperations => Operations.Where(compared => compared.Verdict != OperationsVerdict.Same);

    /// <summary>How many cases got which verdict, in one line.</summary>
    public string Summary => string.Join(
        ", ",
        [
            .. Enum.GetValues<SpeedVerdict>().Select(verdict => Cases.Where(compared => compared.Verdict == verdict).ToArray())
                .Where(same => same.Length > 0)
                .Select(same => $"{same.Length} {same[0].Words}"),
            $"{Cases.Count(compared => compared.Differences.Length > 0)} with another output",
            $"{CountText.Of(Modules.Count, "module")} of another size (tolerance {PercentText.Of(Tolerance)})",
            .. Operations.IsEmpty ? (string[])[] : [$"{ChangedOperations.Count()} of {CountText.Of(Operations.Length, "count")} of operations changed"],
        ]);

    /// <summary>Compares two runs.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <param name="tolerance">How much a multiple may change, as a fraction above 0.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="PerfException">They did not do the same work: every reason is told.</exception>
    public static RunComparison Of(RunExtract before, RunExtract after, double tolerance = Tolerances.Speed)
    {
        Comparability.Check(before, after);
        var old = before.Cases.ToDictionary(entry => entry.Id);
        var known = after.Cases.ToDictionary(entry => entry.Id);
        double OfReference(CaseExtract entry) => ReferenceLane.IdOf(entry) is { } id && known.GetValueOrDefault(id)?.Seconds / old.GetValueOrDefault(id)?.Seconds is { } times ? times : 1;
        var differences = after.Cases.Where(entry => old.ContainsKey(entry.Id)).ToDictionary(entry => entry.Id, entry => Difference(old[entry.Id], entry));
        var chances = Chances(differences);
        var judgement = new SpeedJudgement(tolerance, Math.Max(before.NoiseFloor ?? 0, after.NoiseFloor ?? 0), chances.Count);
        return new RunComparison(
            before,
            after,
            tolerance,
            Comparability.Notes(before, after),
            [
                .. after.Cases.Select(entry => old.TryGetValue(entry.Id, out var earlier)
                    ? Compare(earlier, entry, differences[entry.Id], difference => judgement.Of(difference, chances[entry.Id], ReferenceLane.IsOfNative(entry), OfReference(entry)))
                    : Alone(null, entry, SpeedVerdict.OnlyInB)),
                .. before.Cases.Where(entry => !known.ContainsKey(entry.Id)).Select(entry => Alone(entry, null, SpeedVerdict.OnlyInA)),
            ],
            OutputDifferences.Of(before.Modules, after.Modules))
        {
            Operations = OperationsComparison.Of(before.Operations, after.Operations),
        };
    }

    private static Dictionary<string, double> Chances(Dictionary<string, Reading<WelchDifference>> differences)
    {
        var tested = differences.Where(entry => entry.Value.WhyNot is null).ToArray();
        var adjusted = Holm.Adjust([.. tested.Select(entry => entry.Value.TryGet(out var difference) ? difference.Chance : 1)]);
        return tested.Zip(adjusted).ToDictionary(pair => pair.First.Key, pair => pair.Second);
    }

    private static Reading<WelchDifference> Difference(CaseExtract before, CaseExtract after) =>
        before.Ratios.IsEmpty ? Reading<WelchDifference>.NotMeasured($"A has no rounds: {before.Reason}")
        : after.Ratios.IsEmpty ? Reading<WelchDifference>.NotMeasured($"B has no rounds: {after.Reason}")
        : before.Reference != after.Reference ? Reading<WelchDifference>.NotMeasured($"A divides by {before.Reference}, B by {after.Reference}")
        : WelchDifference.Of([.. before.Ratios.Select(Math.Log)], [.. after.Ratios.Select(Math.Log)]);

    private static CaseComparison Compare(
        CaseExtract before, CaseExtract after, Reading<WelchDifference> difference, Func<WelchDifference, (SpeedVerdict Verdict, string Why)> judge)
    {
        var (verdict, why) = difference.TryGet(out var known) ? judge(known) : (SpeedVerdict.CannotTell, difference.WhyNot!);
        return new CaseComparison(
            after.Id, before, after, difference.Select(one => one.Interval(0.95).Map(Math.Exp)), verdict, why, OutputDifferences.Of(before, after));
    }

    private static CaseComparison Alone(CaseExtract? before, CaseExtract? after, SpeedVerdict verdict) => new(
        (before ?? after)!.Id, before, after, Reading<Estimate>.NotMeasured("only one run has it"), verdict, "the other run has no such case", []);
}
