using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How hard the encoder tries: which settings no other one beats in speed, size and quality at once, across encoders.</summary>
public sealed class EffortAxis : IAxis
{
    private static readonly ImmutableArray<ParetoDirection> Objectives =
        [ParetoDirection.HigherIsBetter, ParetoDirection.LowerIsBetter, ParetoDirection.HigherIsBetter];

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("subject", "subject", "", "What was encoded."),
        new("setting", "setting", "", "Encoder, effort and bitrate; without a bitrate, constant quality."),
        new("realtime", "realtime", "x", "Seconds of media per second on the module's lane."),
        new("nativeRealtime", "natively", "x", "Seconds of media per second natively (assembly, all threads)."),
        new("bytes", "output", "bytes", "The output's size."),
        new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against what the encoder was given."),
        new("ssim", "SSIM", "", "Over all planes, against what the encoder was given."),
        new("front", "on the module", "", "\"front\" where no other setting is surely as fast, as small and as good and better in one of them; else what beats it."),
        new("nativeFront", "front natively", "", "The same with the speed that it has natively."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var series = run.Jobs().GroupBy(AxisText.Place)
            .Select(jobs => SettingReading.Of(run, jobs.Where(job => HasSibling(job, jobs))).ToImmutableArray())
            .Where(settings => settings.Length > 1)
            .ToImmutableArray();
        return series.IsEmpty ? null : new AxisTable(
            "effort",
            "How hard the encoder tries",
            AxisText.Join(series.Select(Sentence)),
            Columns,
            [.. series.SelectMany(Rows)],
            [
                .. series.Select(settings => $"{AxisText.Place(settings[0].Job)}: the module's lane is {settings[0].LaneName}."),
                "Speeds are compared by their intervals: what overlaps is not ranked. Size and PSNR-Y have no error, since a setting makes the same output in every round.",
            ]);
    }

    // Another effort of the same encoder at the same rate: a job that merely has a bitrate belongs to the axis of encoders.
    private static bool HasSibling(Job job, IEnumerable<Job> jobs) => job.Setting.Effort is not null && jobs.Any(other =>
        other.Setting.Effort is not null && other.Setting.Effort != job.Setting.Effort && other.Setting with { Effort = job.Setting.Effort } == job.Setting);

    private static IEnumerable<ImmutableArray<AxisCell>> Rows(ImmutableArray<SettingReading> settings)
    {
        var (module, native) = (Front(settings, setting => setting.Realtime), Front(settings, setting => setting.NativeRealtime));
        return settings.Select(setting => (ImmutableArray<AxisCell>)
        [
            AxisCell.Of(AxisText.Place(setting.Job)),
            AxisCell.Of(setting.Title),
            AxisCell.Of(setting.Realtime),
            AxisCell.Of(setting.NativeRealtime),
            AxisText.Plain(setting.Bytes, bytes => new ByteCount((long)bytes).ToString()),
            AxisText.Plain(setting.Psnr, Figures.Of),
            AxisText.Plain(setting.Ssim, ssim => $"{ssim:0.0000}"),
            AxisCell.Of(Place(setting, module)),
            AxisCell.Of(Place(setting, native)),
        ]);
    }

    // Each setting that can be compared with the titles of those that beat it.
    private static ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> Front(
        ImmutableArray<SettingReading> settings, Func<SettingReading, Reading<Estimate>> speed)
    {
        var points = settings.Select(setting => (Setting: setting, Bounds: BoundsOf(setting, speed(setting)))).Where(point => point.Bounds is not null).ToImmutableArray();
        return ParetoFront.Of(Objectives, [.. points.Select(point => point.Bounds!.Value)]).TryGet(out var places)
            ? places.ToImmutableDictionary(place => points[place.Index].Setting, place => place.BeatenBy.Select(other => points[other].Setting).ToImmutableArray())
            : ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>>.Empty;
    }

    private static ImmutableArray<Bounds>? BoundsOf(SettingReading setting, Reading<Estimate> speed) =>
        speed.TryGet(out var factor) && setting.Bytes.TryGet(out var bytes) && setting.Psnr.TryGet(out var psnr)
            ? [Bounds.Of(factor), Bounds.Exact(bytes), Bounds.Exact(psnr)]
            : null;

    private static string Place(SettingReading setting, ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> front) =>
        !front.TryGetValue(setting, out var beatenBy) ? "not compared"
        : beatenBy.IsEmpty ? "front"
        : $"beaten by {AxisText.List(beatenBy.Select(other => other.Title))}";

    private static Reading<string> Sentence(ImmutableArray<SettingReading> settings)
    {
        var front = Front(settings, setting => setting.Realtime);
        var compared = settings.Where(front.ContainsKey).ToArray();
        if (compared.Length < 2)
        {
            var reasons = settings.SelectMany(setting => (IEnumerable<string?>)[setting.Realtime.Reason, setting.Bytes.Reason, setting.Psnr.Reason]);
            return Reading<string>.Unavailable(reasons.OfType<string>().First());
        }

        var best = compared.Where(setting => front[setting].IsEmpty).Select(Figured).ToArray();
        var beaten = compared.Where(setting => !front[setting].IsEmpty).ToArray();
        var verdict = beaten.Length == 0
            ? "no setting beats another in speed, size and PSNR-Y at once"
            : $"no reason to use {AxisText.List(beaten.Select(setting => $"{setting.Title} ({Place(setting, front)})"))}";
        var missing = settings.Length - compared.Length;
        return Reading<string>.Of(
            $"On {AxisText.Place(settings[0].Job)} ({settings[0].LaneName}) {verdict}; to choose from: {string.Join(", ", best)}"
            + (missing > 0 ? $"; {missing} of {settings.Length} settings could not be compared" : ""));
    }

    private static string Figured(SettingReading setting) =>
        $"{setting.Title} ({setting.Realtime.Show(factor => $"{factor} x realtime", reason => reason)}, "
        + $"{setting.Bytes.Show(bytes => new ByteCount((long)bytes).ToString(), reason => reason)}, {setting.Psnr.Show(psnr => $"{psnr:0.00} dB", reason => reason)})";
}
