using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// A setting of an encoder on a subject: how fast, how large, how good. Its output is the module's, its quality that of these very frames.
/// </summary>
/// <param name="Job">The job.</param>
/// <param name="Module">The job on the lane that axes of the job are read on.</param>
/// <param name="Native">The job on native; null where it was not planned.</param>
internal sealed record SettingReading(Job Job, CaseSummary Module, CaseSummary? Native)
{
    private const double BitsPerByte = 8;
    private const double BitsPerKilobit = 1000;

    /// <summary>The setting without its bitrate: "libx264 veryfast".</summary>
    public string Tool => ToolOf(Job.Setting);

    /// <summary>The setting, its bitrate included.</summary>
    public string Title => Job.Setting.Title;

    /// <summary>Workload and subject.</summary>
    public string Place => AxisText.Place(Job);

    /// <summary>The lane's name.</summary>
    public string LaneName => Module.Case.Lane.Name;

    /// <summary>Seconds of media a second on the module.</summary>
    public Reading<Estimate> Realtime => Module.RealtimeFactor;

    /// <summary>Seconds of media a second natively.</summary>
    public Reading<Estimate> NativeRealtime => Native?.RealtimeFactor ?? Reading<Estimate>.Unavailable("native was not run");

    /// <summary>Bytes of the output.</summary>
    public Reading<double> Bytes => Module.OutputSize.Number();

    /// <summary>PSNR of the luma plane, in dB.</summary>
    public Reading<double> Psnr => Module.Quality.Select(quality => quality.PsnrYDb);

    /// <summary>SSIM, 0 to 1.</summary>
    public Reading<double> Ssim => Module.Quality.Select(quality => quality.Ssim);

    /// <summary>The rate of the whole file, in kbit/s.</summary>
    public Reading<double> KilobitsPerSecond => Job.Expected.Duration is { TotalSeconds: > 0 and var seconds }
        ? Bytes.Select(bytes => bytes * BitsPerByte / BitsPerKilobit / seconds)
        : Reading<double>.Unavailable("a still has no bitrate");

    /// <summary>Reads the jobs that run on a module, each a setting.</summary>
    public static IEnumerable<SettingReading> Of(AxisInput run, IEnumerable<Job> jobs) => jobs
        .Select(job => AxisInput.MainLane(run.Of(job)) is { } lane
            ? new SettingReading(job, run.Find(job, lane)!, run.Find(job, Lane.Native)) : null)
        .OfType<SettingReading>();

    /// <summary>A setting without its bitrate.</summary>
    public static string ToolOf(EncoderSetting setting) => (setting with { KilobitsPerSecond = null }).Title;

    /// <summary>The columns that all tables of settings end or go on with: speed on the module and natively.</summary>
    public static Column<SettingReading>[] Speeds =>
    [
        new("realtime", "realtime", "x", "Seconds of media per second on the module's lane.", setting => setting.Realtime),
        new("nativeRealtime", "natively", "x", "Seconds of media per second natively (assembly, all threads).",
            setting => setting.NativeRealtime),
    ];

    /// <summary>The columns of quality.</summary>
    public static Column<SettingReading>[] Qualities(Func<double, string> decibels) =>
    [
        new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against the encoder's input.", setting => setting.Psnr, decibels),
        new("ssim", "SSIM", "", "Over all planes, against the encoder's input.", setting => setting.Ssim, ssim => $"{ssim:0.0000}"),
    ];
}
