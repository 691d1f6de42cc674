using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>How a guest can be stopped: what each check costs on each engine and build, against the same without a check.</summary>
public sealed class StopAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job."),
        new("engine", "engine", "", "What executed the module."),
        new("build", "build", "", "How the module was compiled."),
        new("check", "check", "", "What the engine does while the guest runs, so that its caller can stop it; what each check stops stands under What stops a guest."),
        new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads)."),
        new("cost", "cost", "x", "Execute time against the same engine and build without a check, by paired rounds."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var pairs = run.Cases.Where(summary => summary.Case.Lane is { Stop: not StopCheck.None, Mode: LaneMode.Alone })
            .Select(stopped => (Stopped: stopped, Free: run.Find(stopped.Case.Job, Unchecked(stopped.Case.Lane))))
            .Where(pair => pair.Free is not null)
            .Select(pair => new Pair(run, pair.Stopped, pair.Free!))
            .OrderBy(pair => run.Cases.IndexOf(pair.Stopped)).ToImmutableArray();
        return pairs.IsEmpty ? null : new AxisTable(
            "stop",
            "How a guest can be stopped",
            Sentence(pairs),
            Columns,
            [.. pairs.GroupBy(pair => pair.Free).SelectMany(group => group.Select(Row).Append(Baseline(group.Key)))],
            [
                "cancel: wazero's WithCloseOnContextDone(true). Its compiled code calls back into Go at every loop, to ask whether the context has ended (wazero issue 2466).",
                "host-calls: nothing inside the guest; each function that the guest calls asks first. A process that is killed costs nothing inside the guest either.",
                "epoch and fuel: Wasmtime compares a counter at every loop and function. terminate: V8 interrupts the thread that the guest runs on.",
            ]);
    }

    private static Lane Unchecked(Lane lane) => Lane.Wasm(lane.Engine!, lane.Build!);

    private static ImmutableArray<AxisCell> Row(Pair pair) => [.. Head(pair.Stopped), AxisCell.Of(pair.Stopped.NativeMultiple), AxisCell.Of(pair.Cost)];

    private static ImmutableArray<AxisCell> Baseline(CaseSummary free) => [.. Head(free), AxisCell.Of(free.NativeMultiple), AxisCell.Exact(1, "1")];

    private static IEnumerable<AxisCell> Head(CaseSummary summary) =>
    [
        AxisCell.Of($"{summary.Case.Job.Workload}/{summary.Case.Job.Subject} {summary.Case.Job.Setting.Title}"),
        AxisCell.Of(summary.Case.Lane.Engine!),
        AxisCell.Of(summary.Case.Lane.Build!),
        AxisCell.Of(StopChecks.Key(summary.Case.Lane.Stop)),
    ];

    // On the reference job where it has the checks; the shipped subject first.
    private static Reading<string> Sentence(ImmutableArray<Pair> pairs)
    {
        var widest = pairs.GroupBy(pair => pair.Stopped.Case.Job.Id).MaxBy(job => job.Count())!;
        var job = widest.First().Stopped.Case.Job;
        return AxisText.Join(widest.GroupBy(pair => (pair.Stopped.Case.Lane.Engine, pair.Stopped.Case.Lane.Stop)).Select(Clause))
            .Select(said => $"On {AxisText.Place(job)}, against the same without a check: {said}");
    }

    private static Reading<string> Clause(IGrouping<(string? Engine, StopCheck Stop), Pair> check)
    {
        var costs = check.Select(pair => (pair.Stopped.Case.Lane.Build, pair.Cost)).ToArray();
        string[] read = [.. costs.Select(cost => cost.Cost.TryGet(out var times) ? $"{times} times as long ({cost.Build})" : null).OfType<string>()];
        return read.Length > 0
            ? Reading<string>.Of($"{check.Key.Engine}'s {StopChecks.Key(check.Key.Stop)} takes {AxisText.List(read)}")
            : Reading<string>.Unavailable(costs[0].Cost.Reason!);
    }

    private sealed record Pair(AxisInput Run, CaseSummary Stopped, CaseSummary Free)
    {
        public Reading<Estimate> Cost => Run.Ratio(Stopped, Free);
    }
}
