using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// Two runs compared in all that has no noise, A the earlier one and B. Times are not: a machine differs from itself from one hour to the
/// next by more than a change is worth catching (docs/trust.md).
/// </summary>
/// <param name="Before">A.</param>
/// <param name="After">B.</param>
/// <param name="Tolerance">How many more operations a module may execute, as a fraction.</param>
/// <param name="Outputs">What differs between the outputs of a case that both have, in words, by its id.</param>
/// <param name="Modules">Modules whose size changed, by name, in words.</param>
/// <param name="Operations">What modules executed, as far as both runs counted it.</param>
public sealed record RunComparison(
    RunSnapshot Before,
    RunSnapshot After,
    double Tolerance,
    ImmutableArray<(string Id, ImmutableArray<string> Differences)> Outputs,
    ImmutableSortedDictionary<string, string> Modules,
    ImmutableArray<OperationsComparison> Operations)
{
    /// <summary>Whether an output or a module's size differs, or a module executes more by more than the tolerance.</summary>
    public bool HasRegressed => Modules.Count > 0 || Outputs.Length > 0
        || Operations.Any(compared => compared.Verdict == OperationsVerdict.Changed && compared.Factor > 1 + Tolerance);

    /// <summary>The counts that are not the same.</summary>
    public IEnumerable<OperationsComparison> ChangedOperations => Operations.Where(compared => compared.Verdict != OperationsVerdict.Same);

    /// <summary>What a reader must know first.</summary>
    public ImmutableArray<string> Notes =>
    [
        Before.Host == After.Host
            ? $"One host, {After.Machine}."
            : $"The hosts differ: A is {Before.Host} ({Before.Machine}), B is {After.Host} ({After.Machine}).",
        .. OnlyIn("A", Before, After), .. OnlyIn("B", After, Before),
        "Times are not compared: a machine differs from itself from hour to hour. afmpeg-perf compare --against REF, and pair, measure "
            + "both at once.",
    ];

    /// <summary>How much differs, in one line.</summary>
    public string Summary => string.Join(
        ", ",
        $"{CountText.Of(Before.Cases.IntersectBy(After.Cases.Select(entry => entry.Id), entry => entry.Id).Count(), "case")} in both",
        $"{Outputs.Length} with another output",
        $"{CountText.Of(Modules.Count, "module")} of another size",
        Operations.IsEmpty
            ? "no operations counted in both"
            : $"{ChangedOperations.Count()} of {CountText.Of(Operations.Length, "count")} of operations changed");

    /// <summary>Compares two runs.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <param name="tolerance">How many more operations a module may execute, as a fraction, 0 or more.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="PerfException">They did not do the same work: every reason is named.</exception>
    public static RunComparison Of(RunSnapshot before, RunSnapshot after, double tolerance = Tolerances.Operations)
    {
        SameWork.CheckPair(before, after);
        return new RunComparison(
            before,
            after,
            tolerance,
            [
                .. after.Cases
                    .Join(before.Cases, now => now.Id, old => old.Id, (now, old) => (now.Id, Differences: DifferencesOf(old, now)))
                    .Where(compared => compared.Differences.Length > 0),
            ],
            DifferencesOf(before.Modules, after.Modules),
            OperationsComparison.OfBoth(before.Operations, after.Operations, tolerance));
    }

    private static ImmutableArray<string> DifferencesOf(CaseSnapshot before, CaseSnapshot after) =>
    [
        .. after.Failure is { } failure && before.Failure is null ? [$"failed in B: {failure}"] : (string[])[],
        .. OutputDifferences.Of(
            (before.Frames, before.OutputBytes, before.FramesDigest), (after.Frames, after.OutputBytes, after.FramesDigest)),
        .. Math.Abs((after.PsnrYDb - before.PsnrYDb) ?? 0) > Tolerances.PsnrDb
            ? [$"PSNR-Y {before.PsnrYDb:0.00} -> {after.PsnrYDb:0.00} dB, more than {Tolerances.PsnrDb} dB"]
            : (string[])[],
    ];

    private static ImmutableSortedDictionary<string, string> DifferencesOf(
        IEnumerable<ModuleSnapshot> before, IEnumerable<ModuleSnapshot> after) => before
        .Join(after, old => old.Name, now => now.Name, (old, now) => (Old: old, Now: now, Factor: (double?)now.Bytes / old.Bytes))
        .Where(pair => pair.Factor is { } factor && Math.Abs(factor - 1) > Tolerances.ModuleSize)
        .ToImmutableSortedDictionary(
            pair => pair.Now.Name,
            pair => $"module {pair.Now.Name}: {pair.Old.Bytes} -> {pair.Now.Bytes} bytes, {PercentText.Change(pair.Factor!.Value)}, "
                + $"more than {PercentText.Of(Tolerances.ModuleSize)}",
            StringComparer.Ordinal);

    private static IEnumerable<string> OnlyIn(string name, RunSnapshot run, RunSnapshot other) =>
        run.Cases.ExceptBy(other.Cases.Select(entry => entry.Id), entry => entry.Id)
            .Select(entry => entry.Id).ToArray() is { Length: > 0 } only
            ? [$"Only {name} has {CountText.Of(only.Length, "case")}, such as {only[0]}."] : [];
}
