using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What axes are read from. Cases can be paired across jobs and lanes, since every round measures all of them.</summary>
/// <param name="Cases">The planned cases with what their rows say.</param>
/// <param name="Rows">The rows of the run, for axes that pair rounds across jobs.</param>
/// <param name="Modules">The modules that were run.</param>
/// <param name="Host">The machine.</param>
public sealed record AxisInput(
    ImmutableArray<CaseSummary> Cases, ImmutableArray<Measurement> Rows, ImmutableArray<ModuleFacts> Modules, Host Host)
{
    /// <summary>What modules execute, as far as it was counted.</summary>
    public ImmutableArray<OperationCount> Operations { get; init; } = [];

    /// <summary>The lane that an axis's sentence is about: the default one, or the first single instance where a run lacks it.</summary>
    internal static Lane? MainLane(IEnumerable<CaseSummary> cases)
    {
        var wasm = cases.Select(summary => summary.Case.Lane).Where(lane => lane is { IsWasm: true, Mode: LaneMode.Alone }).ToArray();
        return wasm.FirstOrDefault(lane => lane.Name == MatrixDesign.DefaultLane.Name) ?? wasm.FirstOrDefault();
    }

    /// <summary>Every job of the run once, in the order in which it was planned.</summary>
    public IEnumerable<Job> Jobs() => Cases.Select(summary => summary.Case.Job).DistinctBy(job => job.Id);

    /// <summary>The jobs that are measured on this many lanes.</summary>
    public IEnumerable<Job> Jobs(LaneCoverage coverage) => Jobs().Where(job => job.LaneCoverage == coverage);

    /// <summary>A job's cases, in the order of the tables.</summary>
    public ImmutableArray<CaseSummary> Of(Job job)
    {
        var id = job.Id;
        return [.. Cases.Where(summary => summary.Case.Job.Id == id)];
    }

    /// <summary>A case; null where the run did not plan it.</summary>
    public CaseSummary? Find(Job job, Lane lane)
    {
        var id = job.Id;
        return Cases.FirstOrDefault(summary => summary.Case.Lane.Name == lane.Name && summary.Case.Job.Id == id);
    }

    /// <summary>
    /// The rows of a case that may be read, in order of their rounds; or why there is none: it failed, did not run, or its output was
    /// compared with nothing.
    /// </summary>
    public Reading<ImmutableArray<Measurement>> Rounds(CaseSummary summary)
    {
        var rows = Summary.Counted(summary, Rows);
        var reason = summary.Failure ?? (rows.IsEmpty ? summary.NativeMultiple.Reason ?? "it has no rounds" : Unchecked(summary));
        return reason is null ? Reading<ImmutableArray<Measurement>>.Of(rows) : Reading<ImmutableArray<Measurement>>.Unavailable(reason);
    }

    /// <summary>How long a case takes, in seconds.</summary>
    public Reading<Estimate> Seconds(CaseSummary summary) => Rounds(summary).Then(rows => PseudoMedian.OfLogs(
        rows.Select(row => row.ExecuteSeconds!.Value), RoundAutocorrelation.InflationOfTimes(rows.Length)));

    /// <summary>How many times as long one case takes as another, by the rounds in which both ran.</summary>
    public Reading<Estimate> Ratio(CaseSummary upper, CaseSummary lower) =>
        Rounds(upper).Then(above => Rounds(lower).Then(below => PairedRatio.Of(above.Join(
            below, row => row.Round, row => row.Round, (first, second) => (first.ExecuteSeconds!.Value, second.ExecuteSeconds!.Value)))));

    /// <summary>How many times as long a job takes on one lane as on another.</summary>
    public Reading<Estimate> Ratio(Job job, Lane upper, Lane lower) => Find(job, upper) is { } above && Find(job, lower) is { } below
        ? Ratio(above, below)
        : Reading<Estimate>.Unavailable($"{upper.Name} or {lower.Name} was not planned");

    /// <summary>A module's size.</summary>
    public Reading<ModuleFacts> Module(string? build, string flavour) =>
        Modules.FirstOrDefault(module => module.Build == build && module.Flavour == flavour) is { } facts
            ? Reading<ModuleFacts>.Of(facts)
            : Reading<ModuleFacts>.Unavailable($"{flavour}+{build} was not there to be measured");

    /// <summary>The size of a case's module.</summary>
    public Reading<ModuleFacts> Module(CaseSummary summary) => Module(summary.Case.Lane.Build, summary.Case.Job.Setting.Flavour);

    // A job that is run once is not run by native-portable: its output is compared only with what the job expects.
    private static string? Unchecked(CaseSummary summary) =>
        summary.Case is { Lane.IsWasm: true, Job: { Expected.EqualsPortable: true, LaneCoverage: not LaneCoverage.Once } }
            ? summary.EqualsPortable.Reason : null;
}
