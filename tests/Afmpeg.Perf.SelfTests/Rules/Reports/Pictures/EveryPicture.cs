using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>A small run that has readings for every kind of picture.</summary>
internal static class EveryPicture
{
    /// <summary>The ids of its pictures besides the multiples.</summary>
    public static readonly string[] Kinds = ["beside-what-people-use", "waterfall", "time-split", "effort-front", "fleet"];

    /// <summary>The run, on a clip of this name.</summary>
    public static RunReport Report(string subject)
    {
        var run = new AxisRun();
        var whole = Named("transcode", LaneCoverage.EveryLane);
        run.Add(whole, Lane.Native, 1).Add(whole, Lane.NativeOneThread, 1.5).Add(whole, Lane.NativePortable, 3)
            .Add(whole, Lane.Wasm(MatrixDesign.ShippedEngine, MatrixDesign.ShippedBuild), 6).Add(whole, SyntheticRun.Default, 4);
        foreach (var (workload, seconds) in new[] { ("remux", 0.1), ("decode", 0.5), ("scale", 0.7) })
        {
            var job = Named(workload, LaneCoverage.NotableLanes);
            run.Add(job, Lane.NativeOneThread, seconds).Add(job, SyntheticRun.Default, 2 * seconds);
        }

        run.AddSetting(EncoderSetting.X264("medium"), 5, 180_000, 41, subject);
        run.AddSetting(EncoderSetting.X264("slow"), 7, 170_000, 42, subject);
        run.AddSetting(EncoderSetting.X264("ultrafast"), 1, 400_000, 40, subject);
        run.AddSetting(EncoderSetting.X264("veryfast", 500), 2.5, 300_000, 42, subject);
        run.AddSetting(EncoderSetting.OpenH264("medium", 500), 2.4, 310_000, 41.5, subject);
        var batch = Named("batch", LaneCoverage.Fleet) with { Copies = 4 };
        run.Add(batch, Lane.Native, 4).Add(batch, SyntheticRun.Default, 16);
        foreach (var (instances, seconds) in new[] { (1, 16.0), (2, 8.2), (4, 8.4) })
        {
            run.Add(batch, SyntheticRun.Default.Over(LaneMode.Fleet, instances), seconds);
        }

        return run.Input.Report();

        Job Named(string workload, LaneCoverage coverage) => AxisRun.Job(coverage, subject: subject) with { Workload = workload };
    }

    /// <summary>Adds a setting of an encoder on the default lane.</summary>
    public static AxisRun AddSetting(
        this AxisRun run, EncoderSetting setting, double seconds, long bytes, double psnr, string subject = "handheld-360p") => run.Add(
        AxisRun.Job(LaneCoverage.DefaultLane, setting, subject),
        SyntheticRun.Default,
        seconds,
        row => row with { OutputBytes = bytes, PsnrYDb = psnr, Ssim = 0.98, LowestPsnrYDb = psnr - 5 });
}
