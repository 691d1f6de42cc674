using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.Merging;

/// <summary>The runs that are to be merged, each once.</summary>
/// <param name="Runs">Each run with its rows, shards in their order first.</param>
/// <param name="Notes">Folders that hold no run, and runs that came twice.</param>
public sealed record MergeInput(ImmutableArray<RunRows> Runs, ImmutableArray<string> Notes)
{
    /// <summary>Reads folders. One that holds no run takes nothing from the others: it is reported, and its shard is missing.</summary>
    /// <exception cref="PerfException">None of them holds a run, or rows cannot be read.</exception>
    public static MergeInput Read(IEnumerable<string> folders)
    {
        var (runs, notes) = (new List<RunRows>(), new List<string>());
        foreach (var folder in folders)
        {
            if (RunState.Read(folder) is { } state && File.Exists(RecordedRun.LogIn(folder)))
            {
                runs.Add(new RunRows(state, MeasurementLog.Read(RecordedRun.LogIn(folder), state.Run)));
            }
            else
            {
                notes.Add($"{folder} holds no run that can be read.");
            }
        }

        return runs.Count > 0 ? Of(runs, notes) : throw new PerfException(ExitStatus.Missing, "There is no run to merge")
        {
            Expected = "folders with run.json and measurements.jsonl",
            Observed = string.Join('\n', notes),
            Remedy = "measure first: afmpeg-perf run --shard 1/4 --output shard-1",
        };
    }

    /// <summary>Takes each run once.</summary>
    /// <exception cref="PerfException">Two runs of one id are not the same run, or shards are not of one selection.</exception>
    public static MergeInput Of(IEnumerable<RunRows> read, IEnumerable<string> notes)
    {
        var groups = read.GroupBy(one => one.State.Run).ToArray();
        var differing = groups.Where(group => group.Select(one => one.State.Fingerprint).Distinct().Count() > 1)
            .Select(group => $"{group.Key} has two fingerprints").ToArray();
        ImmutableArray<RunRows> runs =
        [
            .. groups.Select(Whole).OrderBy(one => one.State.Shard?.Shard.Number ?? int.MaxValue)
                .ThenBy(one => one.State.Run, StringComparer.Ordinal),
        ];
        var selections = runs.Where(one => one.State.Shard is not null).GroupBy(one => one.State.Shard!.Selection())
            .Select(group => $"{group.Count()} of {group.First().State.Shard!.Shard.Count} shards, such as "
                + $"{group.First().State.Shard!.Shard} (run {group.First().State.Run})").ToArray();
        if (differing.Length > 0 || selections.Length > 1)
        {
            throw new PerfException(ExitStatus.BadUsage, "These runs cannot be merged: they are no shards of one run")
            {
                Expected = "the same number of shards, tier and filter on every machine, and one run under an id",
                Observed = string.Join('\n', [.. differing, .. selections.Length > 1 ? selections : []]),
                Remedy = "merge the shards of each selection by themselves",
            };
        }

        return new MergeInput(runs, [.. notes, .. groups.Where(group => group.Count() > 1)
            .Select(group => $"Run {group.Key} came {group.Count()} times and counts once."), .. Engines(runs)]);
    }

    // Of copies of a run, one made before its end has fewer rows.
    private static RunRows Whole(IEnumerable<RunRows> copies) =>
        copies.MaxBy(copy => (copy.State.TimeBreakdown is not null, copy.Rows.Length))!;

    private static IEnumerable<string> Engines(ImmutableArray<RunRows> runs) => runs
        .SelectMany(run => run.State.Conditions.Versions.Select(version => (version.Name, version.Version, run.State.Run)))
        .GroupBy(one => one.Name)
        .Select(part => (part.Key, Versions: part.GroupBy(one => one.Version)
            .Select(same => $"{same.Key} in {same.Count()} (such as {same.First().Run})").ToArray()))
        .Where(part => part.Versions.Length > 1)
        .Select(part => $"The versions of {part.Key} differ: {string.Join(", ", part.Versions)}.");
}

/// <summary>A run of a folder.</summary>
/// <param name="State">The run.</param>
/// <param name="Rows">Its rows, and none of other runs.</param>
public sealed record RunRows(RunState State, ImmutableArray<Measurement> Rows);
