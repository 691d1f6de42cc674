using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What afmpeg published, job by job, beside the same job here, and which factor explains how much of it.</summary>
public sealed class UpstreamAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job, as afmpeg's report names it, and its id here."),
        new("published", "published", "x", "The native multiple that it published; the times stand below."),
        new("shipped", "as shipped", "x", $"The native multiple of {MatrixDesign.ShippedLane.Name} here."),
        new("checks", "checks", "x", $"{MatrixDesign.ShippedLane.Name} against {MatrixDesign.UncheckedLane.Name}: what its check at every loop costs."),
        new("build", "build", "x", $"{MatrixDesign.UncheckedLane.Name} against {MatrixDesign.DefaultLane.Name}: what compiling for size costs."),
        new("engine", "engine", "x", $"{MatrixDesign.DefaultLane.Name} against native-portable: what the engine and the sandbox cost."),
        new("assembly", "assembly", "x", "native-portable against native-1t: what hand-written assembly saves natively."),
        new("threads", "threads", "x", "native-1t against native: what native's other threads save; upstream had eight cores."),
        new("startup", "start-up", "%", "native's time to copy the same clip, as a share of its time for the job: what no faster encoder could save, and what keeps the multiple small."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var figures = UpstreamFigure.All.Where(figure => run.Jobs().Any(job => job.Id == figure.JobId)).ToImmutableArray();
        return figures.IsEmpty ? null : new AxisTable(
            "upstream",
            "What afmpeg published, and what explains it",
            AxisText.Join(figures.Select(figure => Clause(run, figure))),
            Columns,
            [.. figures.Select(figure => Row(run, figure))],
            [
                .. figures.Select(figure => $"{figure.What}: {figure.Seconds} ({figure.Source})."),
                "The factors multiply to the multiple as shipped. afmpeg's modules are of FFmpeg 8.1 and 9 with a driver of their own, and its host had eight cores: figures are not equal, factors are.",
                "Its batch of 8 jobs was done 5.0 times as fast by 8 Runtimes on 8 cores; what Runtimes gain here stands under A batch over several instances."
                + " Its second reel, 58.2 times against its native driver with openh264, has no case here.",
                "The check was on when these figures were measured: since 3dcde36 (2026-06-27). afmpeg closed R-AF-12 as a no-go on 2026-07-04 (FINDINGS.md).",
            ]);
    }

    private static ImmutableArray<AxisCell> Row(AxisInput run, UpstreamFigure figure)
    {
        var job = run.Jobs().First(known => known.Id == figure.JobId);
        Reading<Estimate> Factor(Lane upper, Lane lower) => Ratio(run, job, upper, job, lower);
        return
        [
            AxisCell.Of($"{figure.What} ({job.Id})"),
            AxisCell.Exact(figure.Multiple, $"{figure.Multiple:0.0}"),
            AxisCell.Of(Shipped(run, job)),
            AxisCell.Of(Factor(MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane)),
            AxisCell.Of(Factor(MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane)),
            AxisCell.Of(Factor(MatrixDesign.DefaultLane, Lane.NativePortable)),
            AxisCell.Of(Factor(Lane.NativePortable, Lane.NativeOneThread)),
            AxisCell.Of(Factor(Lane.NativeOneThread, Lane.Native)),
            AxisCell.Of(StartUp(run, job).Select(share => share.InPercent())),
        ];
    }

    private static Reading<Estimate> Shipped(AxisInput run, Job job) => run.Find(job, MatrixDesign.ShippedLane) is { } shipped
        ? shipped.NativeMultiple
        : Reading<Estimate>.Unavailable($"{MatrixDesign.ShippedLane.Name} was not planned");

    private static Reading<Estimate> StartUp(AxisInput run, Job job) =>
        run.Jobs().FirstOrDefault(other => other.Workload == "remux" && other.Inputs[0].Item == job.Inputs[0].Item) is { } copy
            ? Ratio(run, copy, Lane.Native, job, Lane.Native)
            : Reading<Estimate>.Unavailable("the clip was not copied");

    private static Reading<Estimate> Ratio(AxisInput run, Job upperJob, Lane upper, Job lowerJob, Lane lower) =>
        run.Find(upperJob, upper) is { } above && run.Find(lowerJob, lower) is { } below
            ? run.Ratio(above, below)
            : Reading<Estimate>.Unavailable($"{upper.Name} or {lower.Name} was not planned");

    private static Reading<string> Clause(AxisInput run, UpstreamFigure figure)
    {
        var job = run.Jobs().First(known => known.Id == figure.JobId);
        return Shipped(run, job).Then(shipped => Ratio(run, job, MatrixDesign.ShippedLane, job, MatrixDesign.UncheckedLane).Select(checks =>
            $"{figure.What}: afmpeg published {figure.Multiple:0.0} times native; the same job takes {shipped} times here, and {checks} of that is its check at every loop"));
    }
}
