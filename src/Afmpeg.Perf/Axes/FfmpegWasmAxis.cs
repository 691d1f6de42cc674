using System.Collections.Immutable;
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
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("job", "job", "", "The job."),
        new("lane", "lane", "", "What ran it."),
        new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native."),
        new("slower", "ffmpeg.wasm takes", "x", "ffmpeg.wasm's execute time against this lane's, by paired rounds."),
        new("download", "download", "bytes", "With brotli at quality 11: the module; for ffmpeg.wasm with the script that loads it."),
        new("coldStart", "cold start", "s", "Compiling and instantiating the module, for the first time in a run."),
        new("peakBytes", "memory", "bytes", "The largest resident set of a run."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var theirs = run.Cases.Where(summary => summary.Case.Lane == Lane.FfmpegWasm).ToImmutableArray();
        return theirs.IsEmpty ? null : new AxisTable(
            "ffmpeg-wasm",
            "Beside @ffmpeg/core, as browsers run it",
            AxisText.Join(theirs.Select(core => Clause(run, core))),
            Columns,
            [.. theirs.SelectMany(core => Ours(run, core.Case.Job).Append(core).Select(lane => Row(run, core, lane)))],
            [
                "ffmpeg.wasm: the package @ffmpeg/core, FFmpeg n5.1.4 and x264 compiled by Emscripten with -O3 -msimd128, under the node of v8's lanes."
                + " Its files live in its memory: execute includes copying them in and out.",
                "Its output is another build's: it is checked by frames, size, duration and quality, not held against native-portable's.",
            ]);
    }

    private static IEnumerable<CaseSummary> Ours(AxisInput run, Job job) => run.Of(job)
        .Where(summary => summary.Case.Lane is { Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None, IsCustom: false });

    private static ImmutableArray<AxisCell> Row(AxisInput run, CaseSummary core, CaseSummary lane) =>
    [
        AxisCell.Of(lane.Case.Job.Id),
        AxisCell.Of(lane.Case.Lane.Name),
        AxisCell.Of(lane.NativeMultiple),
        lane == core ? AxisCell.Exact(1, "1") : AxisCell.Of(run.Ratio(core, lane)),
        AxisCell.Of(Download(run, lane), bytes => new ByteCount((long)bytes.Value).ToString()),
        AxisCell.Of(lane.ColdStart.Select(time => EstimateArithmetic.Exact(time.TotalSeconds)), seconds => Figures.Of(seconds.Value)),
        AxisCell.Of(lane.PeakResident, peak => new ByteCount((long)peak.Value).ToString()),
    ];

    private static Reading<Estimate> Download(AxisInput run, CaseSummary lane) =>
        run.Modules.FirstOrDefault(module => module.Build == lane.Case.Lane.Build && module.Flavour == lane.Case.Job.Setting.Flavour) is { } module
            ? Reading<Estimate>.Of(EstimateArithmetic.Exact(module.BrotliSize.Bytes))
            : Reading<Estimate>.Unavailable("it was not at hand to be weighed");

    // Against the fastest of ours that shared its rounds.
    private static Reading<string> Clause(AxisInput run, CaseSummary core)
    {
        var ratios = Ours(run, core.Case.Job).Select(lane => (lane.Case.Lane, Ratio: run.Ratio(core, lane))).ToArray();
        var known = ratios.Select(pair => pair.Ratio.TryGet(out var ratio) ? (pair.Lane, Ratio: ratio) : default).Where(pair => pair.Ratio is not null).ToArray();
        return known.Length > 0 && known.MaxBy(pair => pair.Ratio!.Value) is var (lane, times)
            ? Reading<string>.Of($"on {AxisText.Place(core.Case.Job)} ffmpeg.wasm {Against(times!)} {lane.Name}")
            : Reading<string>.Unavailable(
                core.Failure ?? core.NativeMultiple.Reason ?? ratios.Select(pair => pair.Ratio.Reason).FirstOrDefault() ?? "none of our modules did the same job");
    }

    private static string Against(Estimate times) =>
        times.TellsApart() ? $"takes {times} times as long as" : $"takes about as long ({times}) as";
}
