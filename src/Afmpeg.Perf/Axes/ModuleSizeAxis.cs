using System.Collections.Immutable;
using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What a faster build costs: its bytes, its compile time on each engine and its memory, beside its speed.</summary>
public sealed class ModuleSizeAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("flavour", "flavour", "", "The licence flavour of the module, and with it the encoder of the reference job."),
        new("build", "build", "", "How the module was compiled."),
        new("nativeMultiple", "native multiple", "x", $"Execute time on {MatrixDesign.ShippedEngine} against native's (assembly, all threads); 1 is native."),
        new("rawBytes", "raw", "bytes", "The module as it lies on disk."),
        new("gzipBytes", "gzip", "bytes", "With gzip -9."),
        new("brotliBytes", "brotli", "bytes", "With brotli at quality 11: what a browser downloads."),
        new("vectorInstructions", "vector instructions", "count", "How many of its instructions work on 128-bit vectors."),
        new("peakBytes", "memory", "bytes", $"The largest resident set of a run on {MatrixDesign.ShippedEngine}."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.EveryLane)
            .Select(job => (Job: job, Builds: Builds(run, job))).Where(of => !of.Builds.IsEmpty).ToImmutableArray();
        var engines = jobs.SelectMany(of => Engines(run, of.Job)).Distinct().ToImmutableArray();
        return jobs.IsEmpty ? null : new AxisTable(
            "module-size",
            "Size beside speed",
            AxisText.Join(jobs.Select(of => Sentence(run, of.Builds))),
            [.. Columns, .. engines.Select(Compile)],
            [.. jobs.SelectMany(of => of.Builds.Select(build => Row(run, of.Job, build, engines)))],
            [$"Speed and memory are those of {AxisText.List(jobs.Select(of => of.Job.Id))} on {MatrixDesign.ShippedEngine}."]);
    }

    private static AxisColumn Compile(string engine) =>
        new($"compileSeconds.{engine}", $"compile, {engine}", "s", $"Module bytes to machine code on {engine}: a first run.");

    private static IEnumerable<string> Engines(AxisInput run, Job job) =>
        run.Of(job).Select(summary => summary.Case.Lane).Where(lane => lane is { Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false }).Select(lane => lane.Engine).OfType<string>();

    private static ImmutableArray<BuildReading> Builds(AxisInput run, Job job) =>
        [.. On(run, job, MatrixDesign.ShippedEngine).Select(build => BuildReading.Of(run, build, shipped: null))];

    private static IEnumerable<CaseSummary> On(AxisInput run, Job job, string engine) =>
        run.Of(job).Where(summary => summary.Case.Lane is { Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false } lane && lane.Engine == engine);

    private static ImmutableArray<AxisCell> Row(AxisInput run, Job job, BuildReading build, ImmutableArray<string> engines)
    {
        AxisCell Fact(Func<ModuleFacts, double> fact, Func<double, string> show) => AxisText.Plain(build.Module.Select(fact), show);

        return
        [
            AxisCell.Of(job.Setting.Flavour),
            AxisCell.Of(build.Name),
            AxisCell.Of(build.Case.NativeMultiple),
            Fact(module => module.Size.Bytes, Bytes),
            Fact(module => module.GzipSize.Bytes, Bytes),
            Fact(module => module.BrotliSize.Bytes, Bytes),
            Fact(module => module.VectorInstructions, count => count.ToString(CultureInfo.InvariantCulture)),
            AxisCell.Of(build.Case.PeakResident, peak => Bytes(peak.Value)),
            .. engines.Select(engine => AxisCell.Of(Compile(run, job, build.Name, engine), LanePhases.Seconds)),
        ];
    }

    private static string Bytes(double bytes) => new ByteCount((long)bytes).ToString();

    private static Reading<Estimate> Compile(AxisInput run, Job job, string build, string engine) =>
        On(run, job, engine).FirstOrDefault(summary => summary.Case.Lane.Build == build) is { } summary
            ? LanePhases.Of(run, summary, row => row.CompileSeconds)
            : Reading<Estimate>.Unavailable($"{build} does not run on {engine} in this run");

    // From the smallest download to the fastest build.
    private static Reading<string> Sentence(AxisInput run, ImmutableArray<BuildReading> builds)
    {
        BuildReading[] known = [.. builds.Where(build => build.Module.Reason is null && run.Seconds(build.Case).Reason is null)];
        if (known.Length < 2)
        {
            return Reading<string>.Unavailable(builds.Select(build => run.Seconds(build.Case).Reason ?? build.Module.Reason).FirstOrDefault(reason => reason is not null)
                ?? "one build alone has nothing to be compared with");
        }

        var smallest = known.MinBy(build => Brotli(build))!;
        var fastest = known.MinBy(build => run.Seconds(build.Case).TryGet(out var seconds) ? seconds.Value : double.MaxValue)!;
        var flavour = smallest.Case.Case.Job.Setting.Flavour;
        return smallest == fastest
            ? Reading<string>.Of($"{flavour}: {smallest.Name} is the smallest build and the fastest")
            : run.Ratio(smallest.Case, fastest.Case).Select(speed =>
                $"{flavour}: {fastest.Name} is {speed} times as fast as {smallest.Name}, the smallest, for a download of {Bytes(Brotli(fastest))} instead of {Bytes(Brotli(smallest))}");
    }

    private static double Brotli(BuildReading build) => build.Module.TryGet(out var module) ? module.BrotliSize.Bytes : double.MaxValue;
}
