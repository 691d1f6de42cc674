using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Previewing;

/// <summary>What a run would measure and judge, what not, and why: a pure function of what is declared and found.</summary>
/// <param name="Cases">The cases that were selected, native baselines included.</param>
/// <param name="Absent">Lanes among them whose engine is not here, each with the reason; what set-up would fetch is among them.</param>
/// <param name="OtherTier">How many cases the full tier has besides those of the selected tier.</param>
/// <param name="Filtered">How many cases of the selected tier were not selected.</param>
/// <param name="Exclusions">What no tier measures, the largest first.</param>
/// <param name="Judged">Each limit with the number of selected cases that it judges, in the file's order.</param>
public sealed record RunPreview(
    ImmutableArray<BenchmarkCase> Cases,
    ImmutableSortedDictionary<string, string> Absent,
    int OtherTier,
    int Filtered,
    ImmutableArray<Exclusion> Exclusions,
    ImmutableArray<(Limit Limit, int Cases)> Judged)
{
    /// <summary>What of a lanes file no case measures, each with the reason.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Looks at a selection.</summary>
    /// <exception cref="PerfException">No case fits the filter.</exception>
    public static RunPreview Of(Declarations declared, RunSettings settings, ImmutableSortedDictionary<string, Reading<EngineTool>> engines)
    {
        var plan = declared.Plan(settings);
        var cases = plan.Cases;
        var matrix = declared.Matrix;
        var inTier = matrix.Of(settings.Tier).Select(candidate => candidate.Id).ToHashSet();
        return new RunPreview(
            cases,
            cases.Select(benchmarkCase => benchmarkCase.Lane).DistinctBy(lane => lane.Name)
                .Select(lane => (lane.Name, WhyAbsent: WhyAbsent(lane, engines)))
                .Where(lane => lane.WhyAbsent is not null)
                .ToImmutableSortedDictionary(lane => lane.Name, lane => lane.WhyAbsent!, StringComparer.Ordinal),
            matrix.Cases.Count(candidate => !inTier.Contains(candidate.Id)),
            inTier.Except(cases.Select(benchmarkCase => benchmarkCase.Id)).Count(),
            matrix.Exclusions,
            [.. declared.Thresholds.Limits.Select(limit => (limit, cases.Count(benchmarkCase => limit.Judges(benchmarkCase))))])
        {
            Notes = plan.Notes,
        };
    }

    /// <summary>How many of the selected cases each workload has, in the order in which they are measured.</summary>
    public ImmutableArray<(string Workload, int Cases)> Workloads =>
        [.. Cases.GroupBy(benchmarkCase => benchmarkCase.Job.Workload).Select(workload => (workload.Key, workload.Count()))];

    /// <summary>How many jobs the selected cases have.</summary>
    public int Jobs => Cases.DistinctBy(benchmarkCase => benchmarkCase.Job.Id).Count();

    /// <summary>The module builds that the selected cases run, in the order of the lanes.</summary>
    public ImmutableArray<string> Builds => [.. Cases.Select(benchmarkCase => benchmarkCase.Lane.Build).OfType<string>().Distinct()];

    /// <summary>The engines that the selected cases need, in the order of the lanes.</summary>
    public ImmutableArray<string> EngineNames => [.. Cases.Select(benchmarkCase => benchmarkCase.Lane.Engine).OfType<string>().Distinct()];

    private static string? WhyAbsent(Lane lane, ImmutableSortedDictionary<string, Reading<EngineTool>> engines) =>
        Needed(lane).Select(name => engines.GetValueOrDefault(name)?.Reason).FirstOrDefault(reason => reason is not null);

    private static string[] Needed(Lane lane) =>
        lane == Lane.Distribution
            ? [Engines.Distribution]
            : lane == Lane.FfmpegWasm
            ? [Engines.FfmpegWasm, Engines.V8]
            : [lane.Engine ?? ""];
}
