using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>Reads cases of a run off their rounds, also across jobs and lanes: all of them are measured in every round.</summary>
internal static class RoundReading
{
    /// <summary>Every job of the run once, in the order in which it was planned.</summary>
    public static IEnumerable<Job> Jobs(this AxisInput run) => run.Cases.Select(summary => summary.Case.Job).DistinctBy(job => job.Id);

    /// <summary>A job's cases, in the order of the tables.</summary>
    public static ImmutableArray<CaseSummary> Of(this AxisInput run, Job job) => [.. run.Cases.Where(summary => summary.Case.Job.Id == job.Id)];

    /// <summary>A case; null where the run did not plan it.</summary>
    public static CaseSummary? Find(this AxisInput run, Job job, Lane lane) =>
        run.Cases.FirstOrDefault(summary => summary.Case.Job.Id == job.Id && summary.Case.Lane.Name == lane.Name);

    /// <summary>The lane that an axis speaks about: the default one, or the first single instance where a run lacks it.</summary>
    public static Lane? Speaker(IEnumerable<CaseSummary> cases)
    {
        var wasm = cases.Select(summary => summary.Case.Lane).Where(lane => lane is { IsWasm: true, Mode: LaneMode.Alone }).ToArray();
        return wasm.FirstOrDefault(lane => lane.Name == MatrixDesign.DefaultLane.Name) ?? wasm.FirstOrDefault();
    }

    /// <summary>The rows of a case that may be read, or why there is none: it failed, did not run, or its output was held against nothing.</summary>
    public static Reading<ImmutableArray<Measurement>> Rounds(this AxisInput run, CaseSummary summary)
    {
        var rows = run.RowsOf(summary);
        var reason = summary.Failure ?? (rows.IsEmpty ? summary.NativeMultiple.Reason ?? "it has no rounds" : Unchecked(summary));
        return reason is null ? Reading<ImmutableArray<Measurement>>.Of(rows) : Reading<ImmutableArray<Measurement>>.Unavailable(reason);
    }

    /// <summary>How long a case takes, in seconds.</summary>
    public static Reading<Estimate> Seconds(this AxisInput run, CaseSummary summary) =>
        run.Rounds(summary).Then(rows => PseudoMedian.OfLogs(rows.Select(row => row.ExecuteSeconds!.Value), RoundAutocorrelation.InflationOfTimes(rows.Length)));

    /// <summary>How many times longer one case takes than another, by the rounds in which both ran.</summary>
    public static Reading<Estimate> Ratio(this AxisInput run, CaseSummary upper, CaseSummary lower) =>
        run.Rounds(upper).Then(above => run.Rounds(lower).Then(below => PairedRatio.Of(above.Join(
            below, row => row.Round, row => row.Round, (first, second) => (first.ExecuteSeconds!.Value, second.ExecuteSeconds!.Value)))));

    /// <summary>What a module weighs.</summary>
    public static Reading<ModuleFacts> Module(this AxisInput run, string build, string flavour) =>
        run.Modules.FirstOrDefault(module => module.Build == build && module.Flavour == flavour) is { } facts
            ? Reading<ModuleFacts>.Of(facts)
            : Reading<ModuleFacts>.Unavailable($"{flavour}+{build} was not at hand to be weighed");

    /// <summary>A reading of a reading: the first reason that there is none.</summary>
    public static Reading<TResult> Then<T, TResult>(this Reading<T> reading, Func<T, Reading<TResult>> next) =>
        reading.TryGet(out var found) ? next(found) : Reading<TResult>.Unavailable(reading.Reason!);

    // A job that is run once is not run by native-portable: it is held against what it expects alone.
    private static string? Unchecked(CaseSummary summary) =>
        summary.Case is { Lane.IsWasm: true, Job: { Expected.EqualsPortable: true, LaneCoverage: not LaneCoverage.Once } } ? summary.EqualsPortable.Reason : null;
}
