using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>Whether any number of runs, of no case in common, may stand in one report: what two of them both have must be the same.</summary>
public static class SameWork
{
    /// <summary>Refuses runs that had other media, settings or modules, with every reason at once.</summary>
    /// <param name="runs">The runs.</param>
    /// <exception cref="PerfException">Something differs, or of several runs one did not keep what it was given.</exception>
    public static void Check(ImmutableArray<RunSnapshot> runs)
    {
        IEnumerable<(string Run, IEnumerable<InputDigest> Inputs)> Given(Func<RunSnapshot, IEnumerable<InputDigest>> inputs) => runs.Select(run => (run.Run, inputs(run)));
        ImmutableArray<string> reasons =
        [
            .. runs.Where(run => run.Inputs is null && runs.Length > 1).Select(run => $"media and settings: {run.Run} did not keep them"),
            .. InputDifferences.OfFiles("medium", Given(run => run.Inputs?.Media ?? [])),
            .. InputDifferences.Of(Given(run => run.Inputs?.Jobs ?? []))
                .Select(pair => $"settings of {pair.Now.Id} (A: {pair.First}, B: {pair.Later}): {ArgumentDifference.Of(pair.Old, pair.Now)}"),
            .. InputDifferences.OfFiles("module", Given(run => run.Modules.Select(module => new InputDigest(module.Name, module.Sha256)))),
        ];
        if (reasons.Length > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, "These runs cannot be merged: they are not known to have done the same work")
            {
                Expected = "equal media, encoder settings and modules wherever two runs have them",
                Observed = string.Join('\n', reasons),
                Remedy = "measure the shards from one commit and one media library, or leave out the runs that are named",
            };
        }
    }
}
