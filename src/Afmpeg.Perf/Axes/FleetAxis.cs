using System.Collections.Immutable;
using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>A batch of jobs over N instances: what each further instance gives, in processes of their own or in one.</summary>
public sealed class FleetAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("batch", "batch", "", "What is worked off: a clip, its target size, and how many jobs."),
        new("lane", "lane", "", "native works the batch off job by job with all threads; @fleet: a process per job; @pool: instances of one runtime in one process, the module compiled once; @runtimes: a runtime for each in one process, each compiles the module."),
        new("instances", "instances", "", "How many work at once."),
        new("seconds", "batch", "s", "How long the batch takes: of processes with the start of each, of one process without compiling its module."),
        new("throughput", "throughput", "x", "Against one instance of the same kind, by paired rounds."),
        new("efficiency", "per instance", "%", "Throughput by number of instances."),
        new("coreEfficiency", "per core", "%", "Throughput by number of instances or cores, whichever is less."),
        new("secondsPerJob", "each job", "s", "How long each job takes while the others run beside it: what a caller waits for."),
        new("peakPerInstance", "memory per instance", "MiB", "Largest resident set: of one process divided by its instances at work, of several that of the largest."),
        new("jobsPerHour", "jobs an hour", "", "Jobs of the batch by its time."),
        new("nativeMultiple", "native multiple", "x", "The batch's time against native's."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var batches = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.Fleet && !FleetKind.Of(run, job).IsEmpty).ToImmutableArray();
        return batches.IsEmpty ? null : new AxisTable(
            "fleet",
            "A batch over several instances",
            AxisText.Join(batches.Select(batch => Sentence(run, batch))),
            Columns,
            [.. batches.SelectMany(batch => Rows(run, batch))],
            [.. batches.SelectMany(batch => Notes(run, batch))]);
    }

    private static IEnumerable<ImmutableArray<AxisCell>> Rows(AxisInput run, Job batch) =>
    [
        .. run.Of(batch).Where(summary => summary.Case.Lane == Lane.Native).Select(native => Baseline(run, native)),
        .. FleetKind.Of(run, batch).SelectMany(kind => kind.Sizes.Select(size => Row(kind, size))),
    ];

    private static ImmutableArray<AxisCell> Baseline(AxisInput run, CaseSummary native) =>
    [
        AxisCell.Of(native.Case.Job.Subject),
        AxisCell.Of(native.Case.Lane.Name),
        AxisCell.Exact(1, "1"),
        AxisCell.Of(run.Seconds(native)),
        AxisCell.Of("baseline"),
        AxisCell.Of("baseline"),
        AxisCell.Of("baseline"),
        AxisCell.Of(run.Seconds(native).Select(seconds => seconds.Map(time => time / native.Case.Job.Copies))),
        AxisCell.Of(native.PeakResident.Select(peak => peak.InMebibytes())),
        AxisCell.Of(FleetKind.JobsAnHour(run, native)),
        AxisCell.Exact(1, "1"),
    ];

    private static ImmutableArray<AxisCell> Row(FleetKind kind, CaseSummary size)
    {
        var instances = size.Case.Lane.Instances;
        var throughput = kind.Throughput(size);
        return
        [
            AxisCell.Of(kind.Batch.Subject),
            AxisCell.Of(size.Case.Lane.Name),
            AxisCell.Exact(instances, instances.ToString(CultureInfo.InvariantCulture)),
            AxisCell.Of(kind.Run.Seconds(size)),
            AxisCell.Of(throughput),
            AxisCell.Of(throughput.Select(factor => Share(factor, instances))),
            AxisCell.Of(throughput.Select(factor => Share(factor, Math.Min(instances, kind.Run.Host.Cores)))),
            AxisCell.Of(kind.SecondsOfJob(size)),
            AxisCell.Of(kind.PeakOfInstance(size).Select(peak => peak.InMebibytes())),
            AxisCell.Of(kind.JobsAnHour(size)),
            AxisCell.Of(size.NativeMultiple),
        ];
    }

    private static Estimate Share(Estimate throughput, int of) => throughput.Map(factor => factor / of).InPercent();

    private static Reading<string> Sentence(AxisInput run, Job batch)
    {
        var cores = run.Host.Cores;
        var kinds = FleetKind.Of(run, batch).Where(kind => kind.IsWasm).ToArray();
        if (FleetKind.Best(kinds, cores) is not { } best)
        {
            var reason = kinds.Select(kind => kind.Size(cores)).OfType<CaseSummary>().Select(size => run.Seconds(size).Reason).FirstOrDefault();
            var lone = kinds.FirstOrDefault(kind => kind.Size(cores) is not null && kind.Size(1) is null);
            return Reading<string>.Unavailable(reason ?? (lone is null ? null : $"{lone.Name}1 was not planned") ?? $"no module was run in {CountText.Of(cores, "instance")}");
        }

        var perCore = best.Size(cores)!;
        var reading = best.Throughput(perCore).Then(throughput => best.PeakOfInstance(perCore).Select(peak => (throughput, peak)));
        return reading.Select(read =>
            $"{batch.Subject} with an instance per core, {perCore.Case.Lane.Name}: {(cores == 1 ? "one instance" : Gain(read.throughput, cores))},"
            + $" {read.peak.InMebibytes().With("MiB")} each{Native(perCore)}; {Advice(run, best, perCore)}{Others(run, perCore, kinds)}");
    }

    private static string Gain(Estimate throughput, int cores) => throughput.TellsApart()
        ? $"{throughput.With("times")} the jobs of one instance, {Share(throughput, cores).With("%")} of what {cores} could do"
        : "no gain over one instance that was seen";

    private static string Native(CaseSummary size) =>
        size.NativeMultiple.Show(multiple => $", {multiple.With("times")} as long as native takes for the batch", _ => "");

    private static string Advice(AxisInput run, FleetKind kind, CaseSummary perCore)
    {
        var twice = kind.Size(2 * run.Host.Cores);
        if (twice is null || !run.Ratio(perCore, twice).TryGet(out var gain))
        {
            return "more instances than cores were not measured";
        }

        return !gain.TellsApart() ? "twice as many gain nothing that was seen, so run one per core"
            : gain.Low > 1 ? $"twice as many do {gain.With("times")} as much: run them where memory allows"
            : $"twice as many do only {gain.With("times")} as much, so run one per core";
    }

    private static string Others(AxisInput run, CaseSummary best, IEnumerable<FleetKind> kinds) => string.Concat(
        kinds.Select(kind => kind.Size(run.Host.Cores)).OfType<CaseSummary>().Where(other => other != best).Select(other =>
            run.Ratio(other, best).Show(
                ratio => ratio.TellsApart()
                    ? $"; {other.Case.Lane.Name} takes {ratio.With("times")} as long"
                    : $"; {other.Case.Lane.Name} is not told apart from it in time",
                _ => "")));

    private static IEnumerable<string> Notes(AxisInput run, Job batch)
    {
        var uneven = FleetKind.Of(run, batch).SelectMany(kind => kind.Sizes).Select(size => size.Case.Lane.Instances)
            .Distinct().Where(instances => batch.Copies % instances != 0).Order().ToArray();
        return uneven.Length == 0 ? [] :
        [
            $"{batch.Subject}: {batch.Copies} jobs over {string.Join(" or ", uneven)} instances leave some of them idle, which the efficiency includes.",
        ];
    }
}
