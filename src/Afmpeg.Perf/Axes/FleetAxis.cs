using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>A batch of jobs over N instances: what each further instance gives, in processes of their own or in one.</summary>
public sealed class FleetAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var batches = run.Jobs(LaneCoverage.Fleet).Select(batch => (Batch: batch, Kinds: FleetKind.Of(run, batch)))
            .Where(batch => !batch.Kinds.IsEmpty).ToArray();
        Column<Row> OfKind(string key, string header, string unit, string legend, Func<FleetKind, CaseSummary, Reading<Estimate>> read) =>
            new(key, header, unit, legend, row => row.Kind is { } kind ? AxisCell.Of(read(kind, row.Size)) : AxisCell.Of("baseline"));
        return batches.Length == 0 ? null : AxisTable.Create(
            "fleet",
            "A batch over several instances",
            AxisText.Join(batches.Select(batch => Sentence(run, batch.Batch, batch.Kinds))),
            batches.SelectMany(batch => Rows(run, batch.Batch, batch.Kinds)),
            [
                new("batch", "batch", "The jobs: a clip, its target size, and how many of them.", row => row.Size.Case.Job.Subject),
                new("lane", "lane", "native does the jobs one by one with all threads; @fleet: a process per job; @pool: instances of one "
                    + "runtime in one process, the module compiled once; @runtimes: a runtime for each in one process, each compiles the "
                    + "module.",
                    row => row.Size.Case.Lane.Name),
                new("instances", "instances", "", "How many work at once.",
                    row => AxisCell.Exact(row.Kind is null ? 1 : row.Size.Case.Lane.Instances)),
                new("seconds", "batch", "s", "How long the batch takes: of processes with the start of each, of one process without "
                    + "compiling its module.", row => run.Seconds(row.Size)),
                OfKind("throughput", "throughput", "x", "Against one instance of the same kind, by paired rounds.",
                    (kind, size) => kind.Throughput(size)),
                OfKind("efficiency", "per instance", "%", "Throughput by number of instances.",
                    (kind, size) => kind.Throughput(size).Select(factor => Share(factor, size.Case.Lane.Instances))),
                OfKind("coreEfficiency", "per core", "%", "Throughput by number of instances or cores, whichever is less.",
                    (kind, size) => kind.Throughput(size)
                        .Select(factor => Share(factor, Math.Min(size.Case.Lane.Instances, run.Host.Cores)))),
                new("secondsPerJob", "each job", "s", "How long each job takes while the others run beside it: what a caller waits for.",
                    row => row.Kind?.SecondsOfJob(row.Size) ?? run.Seconds(row.Size)
                        .Select(seconds => seconds.Map(time => time / row.Size.Case.Job.Copies))),
                new("peakPerInstance", "memory per instance", "MiB", "Largest resident set: of one process divided by its instances at "
                    + "work, of several that of the largest.",
                    row => (row.Kind?.PeakOfInstance(row.Size) ?? row.Size.PeakResident).Select(peak => peak.InMebibytes())),
                new("jobsPerHour", "jobs an hour", "", "Jobs of the batch by its time.", row => FleetKind.JobsAnHour(run, row.Size)),
                new("nativeMultiple", "native multiple", "x", "The batch's time against native's.",
                    row => row.Kind is null ? AxisCell.Exact(1) : AxisCell.Of(row.Size.NativeMultiple)),
            ],
            batches.SelectMany(batch => Notes(batch.Batch, batch.Kinds)));
    }

    private static IEnumerable<Row> Rows(AxisInput run, Job batch, ImmutableArray<FleetKind> kinds) =>
    [
        .. run.Of(batch).Where(summary => summary.Case.Lane == Lane.Native).Select(native => new Row(null, native)),
        .. kinds.SelectMany(kind => kind.Sizes.Select(size => new Row(kind, size))),
    ];

    private static Estimate Share(Estimate throughput, int of) => throughput.Map(factor => factor / of).InPercent();

    private static Reading<string> Sentence(AxisInput run, Job batch, ImmutableArray<FleetKind> kinds)
    {
        var cores = run.Host.Cores;
        var modules = kinds.Where(kind => kind.IsWasm).ToArray();
        if (FleetKind.Best(modules, cores) is not { } best)
        {
            var reason = modules.Select(kind => kind.Size(cores)).OfType<CaseSummary>()
                .Select(size => run.Seconds(size).Reason).FirstOrDefault();
            var lone = modules.FirstOrDefault(kind => kind.Size(cores) is not null && kind.Size(1) is null);
            return Reading<string>.Unavailable(reason ?? (lone is null ? null : $"{lone.Name}1 was not planned")
                ?? $"no module was run in {CountText.Of(cores, "instance")}");
        }

        var perCore = best.Size(cores)!;
        return best.Throughput(perCore).Then(throughput => best.PeakOfInstance(perCore).Select(peak =>
            $"{batch.Subject} with an instance per core, {perCore.Case.Lane.Name}: "
            + $"{(cores == 1 ? "one instance" : Gain(throughput, cores))}, {peak.InMebibytes().With("MiB")} each"
            + perCore.NativeMultiple.Show(multiple => $", {multiple.With("times")} as long as native takes for the batch", _ => "")
            + $"; {Advice(run, best, perCore)}{Native(run, batch)}"));
    }

    private static string Gain(Estimate throughput, int cores) => throughput.TellsApart()
        ? $"{throughput.With("times")} the jobs of one instance, {Share(throughput, cores).With("%")} of what {cores} could do"
        : "no faster than one instance, as far as measured";

    private static string Advice(AxisInput run, FleetKind kind, CaseSummary perCore) =>
        kind.Size(2 * run.Host.Cores) is not { } twice || !run.Ratio(perCore, twice).TryGet(out var gain)
            ? "more instances than cores were not measured"
        : !gain.TellsApart() ? "twice as many were no faster, as far as measured, so run one per core"
        : gain.Low > 1 ? $"twice as many do {gain.With("times")} as much: run them where memory allows"
        : $"twice as many do only {gain.With("times")} as much, so run one per core";

    // Native's own best way: a caller who may run processes is compared with this.
    private static string Native(AxisInput run, Job batch) =>
        run.Find(batch, Lane.NativeOneThread.Over(LaneMode.Fleet, run.Host.Cores))?.NativeMultiple.Show(
            multiple => $"; native takes {multiple.With("times")} as long with a process per core as with all threads, one job after the "
                + "other",
            _ => "") ?? "";

    private static IEnumerable<string> Notes(Job batch, ImmutableArray<FleetKind> kinds)
    {
        var uneven = kinds.SelectMany(kind => kind.Sizes).Select(size => size.Case.Lane.Instances)
            .Distinct().Where(instances => batch.Copies % instances != 0).Order().ToArray();
        return uneven.Length == 0 ? [] :
        [
            $"{batch.Subject}: {batch.Copies} jobs over {string.Join(" or ", uneven)} instances leave some of them idle, which the "
                + "efficiency includes.",
        ];
    }

    // A size of a kind of fleet; native has no kind, and all others are compared with it.
    private sealed record Row(FleetKind? Kind, CaseSummary Size);
}
