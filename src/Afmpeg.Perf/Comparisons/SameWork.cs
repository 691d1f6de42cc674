using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Whether runs did the same work: whatever two of them both have must be the same. Every reason is named at once.</summary>
public static class SameWork
{
    /// <summary>Refuses runs that cannot stand in one report, whether or not they have a case in common.</summary>
    /// <exception cref="PerfException">Media, settings or modules differ, or one of several runs did not keep its inputs.</exception>
    public static void Check(ImmutableArray<RunSnapshot> runs)
    {
        ImmutableArray<string> reasons =
        [
            .. Reasons([.. runs.Select(run => (run.Run, run))], runs.Length > 1),
            .. InputDifferences.OfFiles(
                "module", runs.Select(run => (run.Run, run.Modules.Select(module => new InputDigest(module.Name, module.Sha256))))),
        ];
        Refuse(reasons, "These runs cannot be merged: they are not known to have done the same work", null,
            "equal media, encoder settings and modules wherever two runs have them",
            "measure the shards from one commit, with one media library and one cache (FFmpeg 9 and compilers are not pinned), or leave "
                + "out the runs that are named");
    }

    /// <summary>Refuses two runs, A and B, that cannot be compared. Modules may differ: they are what is compared.</summary>
    /// <exception cref="PerfException">Media or settings differ or are not known, or no case is in both.</exception>
    internal static void CheckPair(RunSnapshot before, RunSnapshot after)
    {
        ImmutableArray<string> reasons =
        [
            // A run did the same work as itself, even where it did not keep what that was.
            .. Reasons([("A", before), ("B", after)], before.Run != after.Run),
            .. before.Cases.IntersectBy(after.Cases.Select(entry => entry.Id), entry => entry.Id).Any()
                ? (string[])[]
                : [$"no case in common: A has {Cases(before)}, B has {Cases(after)}"],
        ];
        Refuse(reasons, "These runs cannot be compared: they are not known to have done the same work",
            $"A: run {before.Run}; B: run {after.Run}",
            "equal media and encoder settings of all that both runs have, and a case in common",
            "measure both on the same media library and workloads");
    }

    private static IEnumerable<string> Reasons(ImmutableArray<(string Name, RunSnapshot Run)> runs, bool mustBeKnown)
    {
        IEnumerable<(string, IEnumerable<InputDigest>)> Given(Func<RunInputs, IEnumerable<InputDigest>> inputs) =>
            runs.Select(run => (run.Name, run.Run.Inputs is { } given ? inputs(given) : []));
        return
        [
            .. runs.Where(run => run.Run.Inputs is null && mustBeKnown).Select(run => $"media and settings: {run.Name} did not keep them"),
            .. InputDifferences.OfFiles("medium", Given(inputs => inputs.Media)),
            .. InputDifferences.OfJobs(Given(inputs => inputs.Jobs)),
        ];
    }

    private static void Refuse(ImmutableArray<string> reasons, string what, string? where, string expected, string remedy)
    {
        if (reasons.Length > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, what)
            {
                Where = where,
                Expected = expected,
                Observed = string.Join('\n', reasons),
                Remedy = remedy,
            };
        }
    }

    private static string Cases(RunSnapshot run) => run.Cases.IsEmpty ? "none" : $"{run.Cases.Length} such as {run.Cases[0].Id}";
}
