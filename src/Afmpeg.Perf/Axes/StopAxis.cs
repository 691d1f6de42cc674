using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>How a guest can be stopped: what each check costs on each engine and build, against the same without a check.</summary>
public sealed class StopAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var pairs = run.Cases.Where(summary => summary.Case.Lane is { Stop: not StopCheck.None, Mode: LaneMode.Alone })
            .Select(stopped => (Stopped: stopped, Free: Unchecked(run, stopped)!)).Where(pair => pair.Free is not null).ToArray();
        return pairs.Length == 0 ? null : AxisTable.Create(
            "stop",
            "How a guest can be stopped",
            Sentence(run, pairs),
            pairs.GroupBy(pair => pair.Free).SelectMany(group => group.Append((Stopped: group.Key, Free: group.Key))),
            [
                new("job", "job", "The job.", pair => $"{AxisText.Place(pair.Stopped.Case.Job)} {pair.Stopped.Case.Job.Setting.Title}"),
                new("engine", "engine", "What executed the module.", pair => pair.Stopped.Case.Lane.Engine!),
                new("build", "build", "How the module was compiled.", pair => pair.Stopped.Case.Lane.Build!),
                new("check", "check", "What the engine does while the guest runs, so that its caller can stop it; what each check stops "
                    + "is under What stops a guest.", pair => StopChecks.Key(pair.Stopped.Case.Lane.Stop)),
                new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads).",
                    pair => pair.Stopped.NativeMultiple),
                new("cost", "cost", "x", "Execute time against the same engine and build without a check, by paired rounds.",
                    pair => pair.Stopped == pair.Free ? AxisCell.Exact(1) : AxisCell.Of(run.Ratio(pair.Stopped, pair.Free))),
            ],
            "cancel: wazero's WithCloseOnContextDone(true). Its compiled code calls back into Go at every loop, to ask whether the context "
                + "has ended (wazero issue 2466).",
            "host-calls: nothing inside the guest; each function that the guest calls asks first. A process that is killed costs nothing "
                + "inside the guest either.",
            "epoch and fuel: Wasmtime compares a counter at every loop and function. terminate: V8 interrupts the thread that the guest "
                + "runs on.");
    }

    private static CaseSummary? Unchecked(AxisInput run, CaseSummary stopped) =>
        run.Find(stopped.Case.Job, Lane.Wasm(stopped.Case.Lane.Engine!, stopped.Case.Lane.Build!));

    // On the job with the most checks, as shipped; the table has the other builds.
    private static Reading<string> Sentence(AxisInput run, (CaseSummary Stopped, CaseSummary Free)[] pairs)
    {
        var widest = pairs.GroupBy(pair => pair.Stopped.Case.Job.Id).MaxBy(job => job.Count())!
            .GroupBy(pair => pair.Stopped.Case.Lane.Build).MaxBy(build => build.Key == MatrixDesign.ShippedBuild)!;
        return AxisText.Join(widest.GroupBy(pair => (pair.Stopped.Case.Lane.Engine, pair.Stopped.Case.Lane.Stop)).Select(check =>
        {
            var pair = check.First();
            return run.Ratio(pair.Stopped, pair.Free)
                .Select(times => $"{check.Key.Engine}'s {StopChecks.Key(check.Key.Stop)} takes {times} times as long");
        })).Select(checks => $"{AxisText.Place(widest.First().Stopped.Case.Job)}, {widest.Key}, against no check: {checks}");
    }
}
