using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>Our fastest module beside @ffmpeg/core, which browsers run: speed, download, start and memory on the same jobs.</summary>
public sealed class FfmpegWasmAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var cores = run.Cases.Where(summary => summary.Case.Lane == Lane.FfmpegWasm).ToArray();
        return cores.Length == 0 ? null : AxisTable.Create(
            "ffmpeg-wasm",
            "Beside @ffmpeg/core, as browsers run it",
            AxisText.Join(cores.Select(core => Clause(run, core))),
            cores.SelectMany(core => Ours(run, core.Case.Job).Append(core).Select(lane => (Core: core, Lane: lane))),
            [
                new("job", "job", "The job.", row => row.Lane.Case.Job.Id),
                new("lane", "lane", "What ran it.", row => row.Lane.Case.Lane.Name),
                new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native.",
                    row => row.Lane.NativeMultiple),
                new("slower", "ffmpeg.wasm takes", "x", "ffmpeg.wasm's execute time against this lane's, by paired rounds.",
                    row => row.Lane == row.Core ? AxisCell.Exact(1) : AxisCell.Of(run.Ratio(row.Core, row.Lane))),
                new("download", "download", "bytes",
                    "With brotli at quality 11: the module; for ffmpeg.wasm with the script that loads it.",
                    row => run.Module(row.Lane).Select(module => module.BrotliSize).Number(), AxisText.Bytes),
                new("coldStart", "cold start", "s", "Compiling and instantiating the module, for the first time in a run.",
                    row => row.Lane.ColdStart.Select(time => time.TotalSeconds), Figures.Of),
                new("peakBytes", "memory", "bytes", "The largest resident set of a run.", row => row.Lane.PeakResident, AxisText.Bytes),
            ],
            "ffmpeg.wasm: the package @ffmpeg/core, FFmpeg n5.1.4 and x264 compiled by Emscripten"
                + run.Module(cores[0]).Show(module => $" with {module.OptimiseFlags}", _ => "")
                + ", under the node of v8's lanes. Its files live in its memory: execute includes copying them in and out.",
            "Its output is another build's: it is checked by frames, size, duration and quality, not held against native-portable's.");
    }

    private static IEnumerable<CaseSummary> Ours(AxisInput run, Job job) => run.Of(job).Where(summary =>
        summary.Case.Lane is { Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None, IsCustom: false });

    // Against the fastest of ours that shared its rounds.
    private static Reading<string> Clause(AxisInput run, CaseSummary core)
    {
        var ratios = Ours(run, core.Case.Job)
            .Select(lane => run.Ratio(core, lane).Select(ratio => (lane.Case.Lane, Ratio: ratio))).ToArray();
        var known = ratios.Where(ratio => ratio.Reason is null).Select(ratio => ratio.TryGet(out var found) ? found : default).ToArray();
        if (known.Length == 0)
        {
            return Reading<string>.Unavailable(core.Failure ?? core.NativeMultiple.Reason
                ?? ratios.Select(ratio => ratio.Reason).FirstOrDefault() ?? "none of our modules did the same job");
        }

        var (lane, times) = known.MaxBy(pair => pair.Ratio.Value);
        return Reading<string>.Of($"on {AxisText.Place(core.Case.Job)} ffmpeg.wasm "
            + (times.TellsApart() ? $"takes {times} times as long as {lane.Name}" : $"takes about as long ({times}) as {lane.Name}"));
    }
}
