using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>
/// A run to decide on: native takes 1 s, and 1.25 s with one thread; what is shipped 140, without its check 14, then another build 6,
/// another engine 9, both 3; the other build with the check 10.
/// </summary>
public static class DecisionRun
{
    public static Job Transcode { get; } = AxisRun.Job();
    public static Lane OtherBuild { get; } = Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.DefaultBuild);
    public static Lane OtherEngine { get; } = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.ShippedBuild);
    public static Lane Both { get; } = Lane.Wasm(MatrixDesign.OtherEngine, MatrixDesign.DefaultBuild);

    public static AxisRun Whole() => new AxisRun().Add(Transcode, Lane.Native, 1).Add(Transcode, Lane.NativeOneThread, 1.25)
        .Add(Transcode, MatrixDesign.ShippedLane, 140).Add(Transcode, MatrixDesign.UncheckedLane, 14).Add(Transcode, OtherBuild, 6)
        .Add(Transcode, OtherEngine, 9).Add(Transcode, Both, 3)
        .Add(Transcode, Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.DefaultBuild, StopCheck.Cancel), 10);

    /// <summary>One limit on what is shipped; the guidance stop is adopted, effort is not.</summary>
    public static Thresholds Thresholds(double most) => CannedLimits.Thresholds with
    {
        Limits = [CannedLimits.Multiple with { AtMost = most, Cases = new Glob($"*/{MatrixDesign.ShippedLane.Name}*") }],
        Guidance = [new("effort", false, "canned", "bytes"), new("stop", true, "canned", "a loop"),
            new("job-shape", true, "canned", "nothing")],
        Levers = [new("module-build", 2, "canned"), new("engine", 5, "canned")],
    };

    public static LeverBoard Board(AxisRun run, double most = 8) =>
        LeverBoard.Of(run.Input, Thresholds(most), Reading<NoiseFloor>.Unavailable("canned"));
}
