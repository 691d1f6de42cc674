using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>A small run that has readings for every kind of picture.</summary>
internal static class EveryPicture
{
    /// <summary>The ids of its pictures that are no multiples.</summary>
    public static readonly string[] Kinds = ["beside-what-people-use", "waterfall", "time-split", "effort-front", "bitrate", "module-build", "fleet", "segments"];

    private static readonly Lane Shipped = Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.ShippedBuild);

    /// <summary>The run, on a clip of this name.</summary>
    public static RunReport Report(string subject)
    {
        var run = new AxisRun().AddModule(MatrixDesign.ShippedBuild, 1_000_000).AddModule(MatrixDesign.DefaultBuild, 1_300_000);
        AddWhole(run, Named("transcode", LaneCoverage.EveryLane));
        foreach (var (workload, seconds) in new[] { ("remux", 0.1), ("decode", 0.5), ("scale", 0.7) })
        {
            run.Add(Named(workload, LaneCoverage.NotableLanes), Lane.NativeOneThread, seconds).Add(Named(workload, LaneCoverage.NotableLanes), SyntheticRun.Default, 2 * seconds);
        }

        AddSetting(run, EncoderSetting.X264("medium"), 5, 180_000, 41);
        AddSetting(run, EncoderSetting.X264("veryfast", 250), 2, 150_000, 38);
        AddSetting(run, EncoderSetting.X264("veryfast", 500), 2.5, 300_000, 42);
        AddSetting(run, EncoderSetting.OpenH264("medium", 500), 2.4, 310_000, 41.5);
        AddInstances(run, Named("batch", LaneCoverage.Fleet) with { Copies = 4 }, LaneMode.Fleet);
        AddInstances(run, Named("split", LaneCoverage.Segments), LaneMode.Segments);
        return run.Input.Report();

        Job Named(string workload, LaneCoverage breadth) => AxisRun.Job(breadth, subject: subject) with { Workload = workload };

        void AddSetting(AxisRun to, EncoderSetting setting, double seconds, long bytes, double psnr) => to
            .Add(AxisRun.Job(LaneCoverage.DefaultLane, setting, subject), SyntheticRun.Default, seconds, row => Output(row, bytes, psnr));
    }

    private static void AddWhole(AxisRun run, Job job) => run
        .Add(job, Lane.Native, 1)
        .Add(job, Lane.NativeOneThread, 1.5)
        .Add(job, Lane.NativePortable, 3)
        .Add(job, Shipped, 6, row => Output(row, 200_000, 40))
        .Add(job, SyntheticRun.Default, 4, row => Output(row, 200_000, 40));

    private static void AddInstances(AxisRun run, Job job, LaneMode mode)
    {
        run.Add(job, Lane.Native, 4).Add(job, SyntheticRun.Default, 16);
        foreach (var (instances, seconds) in new[] { (1, 16.0), (2, 8.2), (4, 8.4) })
        {
            run.Add(job, SyntheticRun.Default.Over(mode, instances), seconds);
        }
    }

    private static Measurement Output(Measurement row, long bytes, double psnr) =>
        row with { OutputBytes = bytes, PsnrYDb = psnr, Ssim = 0.98, LowestPsnrYDb = psnr - 5 };
}
