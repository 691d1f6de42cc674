using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Pairing;

/// <summary>Which jobs and lanes are compared on a shared core.</summary>
internal static class PairSelection
{
    /// <summary>A lane by its name.</summary>
    /// <exception cref="PerfException">There is none of that name, or it cannot be measured on a shared core.</exception>
    public static Lane Lane(Declarations declared, string name)
    {
        var lanes = declared.Matrix.CrossProduct.Select(benchmarkCase => benchmarkCase.Lane).Distinct().ToArray();
        var found = lanes.FirstOrDefault(lane => lane.Name == name);
        return found is null
            ? throw new PerfException(ExitStatus.BadUsage, $"There is no lane '{name}'")
            {
                Expected = $"a lane such as {MatrixDesign.DefaultLane.Name}, or one of your own with --lanes",
                Observed = NearestName.InWords(name, lanes.Select(lane => lane.Name)),
                Remedy = "afmpeg-perf doctor --cases --tier full lists every case; the lane is its last part",
            }
            : CoreLane.WhyNotOnOneCore(found) is { } why
                ? throw new PerfException(ExitStatus.BadUsage, $"{name} cannot share a core")
                {
                    Expected = "a lane of one instance and one thread",
                    Observed = why,
                }
            : found;
    }

    /// <summary>The jobs of two lanes: those of the filter, otherwise the reference.</summary>
    /// <exception cref="PerfException">No job fits, or none fits one of the filter's patterns.</exception>
    public static ImmutableArray<Job> Jobs(Declarations declared, RunSettings settings, ImmutableArray<Lane> lanes)
    {
        var able = declared.Matrix.CrossProduct.Select(benchmarkCase => benchmarkCase.Job).DistinctBy(job => job.Id)
            .Where(job => job.Copies == 1 && lanes.All(lane => lane.CustomFlavour is null || lane.CustomFlavour == job.Setting.Flavour))
                .ToArray();
        var glob = settings.Filter is { } filter ? new Glob(filter) : null;
        ImmutableArray<Job> chosen = glob is not null
            ? [.. able.Where(job => Names(job).Any(glob.Matches))]
            : [.. able.OrderByDescending(job => job.LaneCoverage == LaneCoverage.EveryLane).Take(1)];
        var strays = glob?.FittingNone([.. able.SelectMany(Names)]) ?? [];
        return chosen.IsEmpty || strays.Length > 0
            ? throw new PerfException(ExitStatus.BadUsage, "No job fits the filter and both lanes")
            {
                Where = $"--filter {settings.Filter}",
                Expected = $"a job such as {able.FirstOrDefault()?.Id ?? "one of the lanes' flavour"}, or a pattern over jobs",
                Observed = strays is [var stray, ..] ? $"no job fits '{stray.Pattern}'" : null,
                Remedy = "afmpeg-perf doctor --cases --tier full lists every case; the job is the part before the lane",
            }
            : chosen;

        IEnumerable<string> Names(Job job) => lanes.Select(lane => $"{job.Id}/{lane.Name}").Prepend(job.Id);
    }

    /// <summary>The cases of two trees that can share a core: the filter's, the decision's, or the reference job's on 2 engines.</summary>
    /// <exception cref="PerfException">No case fits, or none fits one of the filter's patterns.</exception>
    public static ImmutableArray<BenchmarkCase> Cases(Declarations declared, RunSettings settings)
    {
        var filter = settings.Filter ?? (settings.DecisionOnly ? "*" : Usual(declared.Matrix));
        var glob = new Glob(filter);
        // A filter brings native baselines along, which nobody asked to compare.
        ImmutableArray<BenchmarkCase> chosen =
        [
            .. declared.Plan(settings with { Filter = settings.DecisionOnly ? null : filter }).Cases
                .Where(benchmarkCase => glob.Matches(benchmarkCase.Id) && CoreLane.WhyNotOnOneCore(benchmarkCase.Lane) is null),
        ];
        return glob.FittingNone([.. chosen.Select(benchmarkCase => benchmarkCase.Id)]) is [var stray, ..]
            ? throw new PerfException(ExitStatus.BadUsage, "No case of the filter can share a core")
            {
                Where = $"--filter {filter}",
                Expected = "a case of one instance and one thread, such as those of wasmtime+O3-simd128-msa or native-portable",
                Observed = $"none that fits '{stray.Pattern}'",
            }
            : chosen;
    }

    // The reference job on two engines: those of its cases that the matrix has, or all where it has none, so that they are named.
    private static string Usual(CaseMatrix matrix)
    {
        var job = matrix.CrossProduct.OrderByDescending(known => known.Job.LaneCoverage == LaneCoverage.EveryLane).First().Job;
        string[] engines = [MatrixDesign.ShippedEngine, MatrixDesign.OtherEngine];
        string[] usual = [.. engines.Select(engine => new BenchmarkCase(job, Lanes.Lane.Wasm(engine, MatrixDesign.DefaultBuild)).Id)];
        string[] there = [.. usual.Intersect(matrix.Cases.Select(known => known.Id))];
        return string.Join(',', there.Length > 0 ? there : usual);
    }
}
