using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Whether two runs did the same work.</summary>
internal static class Comparability
{
    /// <summary>Refuses runs that did not, with every reason at once.</summary>
    /// <param name="before">A.</param>
    /// <param name="after">B.</param>
    /// <exception cref="PerfException">Media or settings differ or are not known, or no case is in both.</exception>
    public static void Check(RunSnapshot before, RunSnapshot after)
    {
        IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> Given(Func<RunInputs, IEnumerable<InputDigest>> inputs) =>
            [("A", before.Inputs is { } old ? inputs(old) : []), ("B", after.Inputs is { } now ? inputs(now) : [])];
        ImmutableArray<string> reasons =
        [
            .. Unknown(before, after),
            .. InputDifferences.OfFiles("medium", Given(inputs => inputs.Media)),
            .. InputDifferences.Of(Given(inputs => inputs.Jobs)).Select(pair => $"settings of {pair.Now.Id}: {ArgumentDifference.Of(pair.Old, pair.Now)}"),
            .. before.Cases.IntersectBy(after.Cases.Select(entry => entry.Id), entry => entry.Id).Any()
                ? (string[])[]
                : [$"no case in common: A has {Cases(before)}, B has {Cases(after)}"],
        ];
        if (reasons.Length > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, "These runs cannot be compared: they are not known to have done the same work")
            {
                Where = $"A: run {before.Run}; B: run {after.Run}",
                Expected = "equal media and encoder settings of all that both runs have, and a case in common",
                Observed = string.Join('\n', reasons),
                Remedy = "measure both on the same media library and workloads",
            };
        }
    }

    // What is not known to be the same work may be another: a difference in speed would then be nobody's. A run is the same work as itself.
    private static string[] Unknown(RunSnapshot before, RunSnapshot after) => (before.Inputs is null, after.Inputs is null) switch
    {
        _ when before.Run == after.Run => [],
        (true, true) => ["media and settings: neither run kept them"],
        (true, false) => ["media and settings: A did not keep them"],
        (false, true) => ["media and settings: B did not keep them"],
        _ => [],
    };

    private static string Cases(RunSnapshot run) => run.Cases.IsEmpty ? "none" : $"{run.Cases.Length} such as {run.Cases[0].Id}";
}
