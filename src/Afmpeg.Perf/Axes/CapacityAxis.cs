using System.Collections.Immutable;
using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How much 1 to 64 cores would do: what was measured, and what a model makes of it, apart.</summary>
public sealed class CapacityAxis : IAxis
{
    private static readonly ImmutableArray<int> Sizes = [1, 2, 4, 8, 16, 32, 64];

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("lane", "kind", "", "The fastest kind of the modules' fleets with an instance per core, and native's one-threaded processes."),
        new("cores", "cores", "", "Cores that have an instance: on this machine the others were idle, or shared where there are more instances."),
        new("instances", "instances", "", "How many work at once."),
        new("measured", "measured", "jobs an hour", "What this machine did."),
        new("model", "by the model", "jobs an hour", $"{CapacityModel.Name}; its interval is that of its coefficient and of one instance's speed, not of its being right."),
        new("linear", "at most", "jobs an hour", "If cores shared nothing: as many times one instance."),
        new("modelError", "model's error", "%", "The model against what was measured; above 0 where it promises too much."),
        new("role", "the point", "", "fitted: the model was fitted to it; test: it was not; model: nothing was measured there."),
        new("measuredMemory", "memory", "MiB", "Largest resident sets of all instances, measured."),
        new("modelMemory", "memory by the model", "MiB", "The notes say how."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var kinds = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.Fleet).Select(batch => FleetKind.Of(run, batch)).FirstOrDefault(kinds => !kinds.IsEmpty);
        if (kinds.IsDefaultOrEmpty)
        {
            return null;
        }

        var modules = kinds.Where(kind => kind.IsWasm).ToArray();
        var shown = new[] { FleetKind.Best(modules, run.Host.Cores) ?? modules.FirstOrDefault(), kinds.FirstOrDefault(kind => !kind.IsWasm) }
            .OfType<FleetKind>().Select(Capacity.Of).ToImmutableArray();
        return new AxisTable(
            "capacity",
            $"Capacity by cores: {kinds[0].Batch.Subject}",
            Sentence(shown, run.Host.Cores),
            Columns,
            [.. shown.SelectMany(Rows)],
            [
                $"Model: {CapacityModel.Name}.",
                $"This machine has {run.Host.Cores} cores: every row beyond them is extrapolated, that of {Sizes[^1]} cores to {Figures.Of((double)Sizes[^1] / run.Host.Cores)} times what was measured."
                + " What grows with pairs of instances, such as the memory's bandwidth, does not show on few cores and would make it less.",
                .. shown.Select(capacity => Fit(capacity)),
                .. shown.Select(capacity => capacity.Memory.Note),
            ]);
    }

    private static IEnumerable<ImmutableArray<AxisCell>> Rows(Capacity capacity)
    {
        var cores = capacity.Kind.Run.Host.Cores;
        var points = capacity.Kind.Sizes.Select(size => size.Case.Lane.Instances).Select(instances => (Cores: Math.Min(instances, cores), Instances: instances));
        return points.Concat(Sizes.Select(size => (Cores: size, Instances: size))).Distinct().Order()
            .Select(point => Row(capacity, point.Cores, point.Instances));
    }

    private static ImmutableArray<AxisCell> Row(Capacity capacity, int cores, int instances)
    {
        // Four instances that shared two cores tell nothing of four cores.
        var here = capacity.Kind.Run.Host.Cores;
        var size = cores == Math.Min(instances, here) ? capacity.Kind.Size(instances) : null;
        var reason = cores > here ? $"this machine has {CountText.Of(here, "core")}" : $"{capacity.Kind.Name}{instances} was not planned";
        var check = capacity.Check(instances);
        return
        [
            AxisCell.Of(capacity.Kind.Name),
            AxisCell.Exact(cores, cores.ToString(CultureInfo.InvariantCulture)),
            AxisCell.Exact(instances, instances.ToString(CultureInfo.InvariantCulture)),
            AxisCell.Of(size is null ? Reading<Estimate>.Unavailable(reason) : capacity.Kind.JobsAnHour(size)),
            AxisCell.Of(capacity.JobsAnHour(instances, cores)),
            AxisCell.Of(capacity.LinearJobsAnHour(Math.Min(instances, cores))),
            AxisCell.Of(size is null ? Reading<Estimate>.Unavailable(reason) : check.Select(Error)),
            AxisCell.Of(size is null ? "model" : check.Show(point => point.Fitted ? "fitted" : instances == 1 ? "unit" : "test", _ => "left out")),
            AxisCell.Of(size is null ? Reading<Estimate>.Unavailable(reason) : capacity.Kind.PeakOfAll(size).Select(bytes => bytes.InMebibytes())),
            AxisCell.Of(capacity.Memory.Of(instances).Select(bytes => bytes.InMebibytes())),
        ];
    }

    private static Estimate Error(CapacityCheck check) =>
        check.Point.Throughput.MapFalling(throughput => (check.Predicted / throughput) - 1).InPercent();

    private static string Fit(Capacity capacity) => $"{capacity.Kind.Name}: " + capacity.Model.Show(
        model => $"contention {model.Contention}, fitted to {model.FittedPoints} {(model.FittedPoints == 1 ? "point, which it meets exactly" : "points")}.",
        reason => $"no model: {reason}.");

    private static Reading<string> Sentence(ImmutableArray<Capacity> shown, int cores)
    {
        var target = Sizes.FirstOrDefault(size => size >= 4 * cores, Sizes[^1]);
        var readings = shown.Select(capacity => capacity.JobsAnHour(target, target).Then(jobs =>
            capacity.LinearJobsAnHour(target).Then(most => capacity.Memory.Of(target).Select(bytes =>
                $"{capacity.Kind.Name} {jobs.With("jobs an hour")} in {bytes.InMebibytes().With("MiB")}, and no more than {Figures.Of(most.High)} if cores shared nothing")))).ToArray();
        return readings.FirstOrDefault(reading => reading.Reason is not null) is { } missing
            ? Reading<string>.Unavailable(missing.Reason!)
            : Reading<string>.Of(
                $"Measured on {CountText.Of(cores, "core")}; for {target} cores the model has {string.Join("; ", readings.Select(reading => reading.Show(text => text, _ => "")))}."
                + " Measure there before relying on more.");
    }
}
