using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What afmpeg published, job by job, beside the same job here, and which factor explains how much of it.</summary>
public sealed class UpstreamAxis : IAxis
{
    private static readonly string Shipped = MatrixDesign.ShippedLane.Name;

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        (UpstreamFigure Figure, Job Job)[] rows =
            [.. UpstreamFigure.All.Join(run.Jobs(), figure => figure.JobId, job => job.Id, (figure, job) => (figure, job))];
        Column<(UpstreamFigure Figure, Job Job)> Factor(string key, string legend, Lane upper, Lane lower) =>
            new(key, key, "x", legend, row => run.Ratio(row.Job, upper, lower));
        return rows.Length == 0 ? null : AxisTable.Create(
            "upstream",
            "What afmpeg published, and what explains it",
            AxisText.Join(rows.Select(row => Clause(run, row.Figure, row.Job))),
            rows,
            [
                new("job", "job", "The job, as afmpeg's report names it, and its id here.", row => $"{row.Figure.What} ({row.Job.Id})"),
                new("published", "published", "x", "The native multiple that it published; the times are below.",
                    row => AxisCell.Exact(row.Figure.Multiple, $"{row.Figure.Multiple:0.0}")),
                new("shipped", "as shipped", "x", $"The native multiple of {Shipped} here.", row => ShippedMultiple(run, row.Job)),
                Factor("checks", $"{Shipped} against {MatrixDesign.UncheckedLane.Name}: what its check at every loop costs.",
                    MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane),
                Factor("build",
                    $"{MatrixDesign.UncheckedLane.Name} against {MatrixDesign.DefaultLane.Name}: what compiling for size costs.",
                    MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane),
                Factor("engine", $"{MatrixDesign.DefaultLane.Name} against native-portable: what the engine and the sandbox cost.",
                    MatrixDesign.DefaultLane, Lane.NativePortable),
                Factor("assembly", "native-portable against native-1t: what hand-written assembly saves natively.",
                    Lane.NativePortable, Lane.NativeOneThread),
                Factor("threads", "native-1t against native: what native's other threads save; upstream had eight cores.",
                    Lane.NativeOneThread, Lane.Native),
                new("startup", "start-up", "%", "native's time to copy the same clip, as a share of its time for the job: what no faster "
                    + "encoder could save, and what keeps the multiple small.",
                        row => StartUp(run, row.Job).Select(share => share.InPercent())),
            ],
            [
                .. rows.Select(row => $"{row.Figure.What}: {row.Figure.Seconds} ({row.Figure.Source})."),
                "The factors multiply to the multiple as shipped. afmpeg's modules are of FFmpeg 8.1 and 9 with a driver of their own, and "
                    + "its host had eight cores: compare factors, not figures.",
                "Its batch of 8 jobs was done 5.0 times as fast by 8 Runtimes on 8 cores; what Runtimes gain here is under A batch "
                    + "over several instances. Its second reel, 58.2 times against its native driver with openh264, has no case here.",
                "The check was on when these figures were measured: since 3dcde36 (2026-06-27). afmpeg closed R-AF-12 as a no-go on "
                    + "2026-07-04 (FINDINGS.md).",
            ]);
    }

    private static Reading<Estimate> ShippedMultiple(AxisInput run, Job job) => run.Find(job, MatrixDesign.ShippedLane) is { } shipped
        ? shipped.NativeMultiple
        : Reading<Estimate>.Unavailable($"{Shipped} was not planned");

    private static Reading<Estimate> StartUp(AxisInput run, Job job) =>
        run.Jobs().FirstOrDefault(other => other.Workload == "remux" && other.Inputs[0].Item == job.Inputs[0].Item) is not { } copy
            ? Reading<Estimate>.Unavailable("the clip was not copied")
            : run.Find(copy, Lane.Native) is { } copied && run.Find(job, Lane.Native) is { } whole ? run.Ratio(copied, whole)
            : Reading<Estimate>.Unavailable("native was not planned");

    private static Reading<string> Clause(AxisInput run, UpstreamFigure figure, Job job) => ShippedMultiple(run, job).Then(shipped =>
        run.Ratio(job, MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane).Select(checks =>
            $"{figure.What}: afmpeg published {figure.Multiple:0.0} times native; the same job takes {shipped} times here, where the check "
            + $"at every loop multiplies its time by {checks}"));
}
