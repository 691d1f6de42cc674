using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How hard the encoder tries: which settings no other one beats in speed, size and quality at once, across encoders.</summary>
public sealed class EffortAxis : IAxis
{
    private static readonly ImmutableArray<ParetoDirection> Objectives =
        [ParetoDirection.HigherIsBetter, ParetoDirection.LowerIsBetter, ParetoDirection.HigherIsBetter];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        Series[] all =
        [
            .. run.Jobs().GroupBy(AxisText.Place)
                .Select(jobs => new Series([.. SettingReading.Of(run, jobs.Where(job => HasSibling(job, jobs)))]))
                .Where(series => series.Settings.Length > 1),
        ];
        return all.Length == 0 ? null : AxisTable.Create(
            "effort",
            "How hard the encoder tries",
            AxisText.Join(all.Select(Sentence)),
            all.SelectMany(series => series.Settings),
            [
                new("subject", "subject", "What was encoded.", setting => setting.Place),
                new("setting", "setting", "Encoder, effort and bitrate; without a bitrate, constant quality.", setting => setting.Title),
                .. SettingReading.Speeds,
                new("bytes", "output", "bytes", "The output's size.", setting => setting.Bytes, AxisText.Bytes),
                .. SettingReading.Qualities(Figures.Of),
                new("front", "on the module", "\"front\" where no other setting is surely as fast, as small and as good and better in one "
                    + "of them; else what beats it.", setting => Place(setting, SeriesOf(setting).Module)),
                new("nativeFront", "front natively", "The same with the speed that it has natively.",
                    setting => Place(setting, SeriesOf(setting).Native)),
            ],
            [
                .. all.Select(series => $"{series.Settings[0].Place}: the module's lane is {series.Settings[0].LaneName}."),
                "Speeds are compared by their intervals: what overlaps is not ranked. Size and PSNR-Y have no error, since a setting makes "
                    + "the same output in every round.",
            ]);

        Series SeriesOf(SettingReading setting) => all.First(series => series.Settings.Contains(setting));
    }

    // Another effort of the same encoder at the same rate: a job that merely has a bitrate belongs to the axis of encoders.
    private static bool HasSibling(Job job, IEnumerable<Job> jobs) => job.Setting.Effort is not null && jobs.Any(other =>
        other.Setting.Effort is not null && other.Setting.Effort != job.Setting.Effort
        && other.Setting with { Effort = job.Setting.Effort } == job.Setting);

    private static string Place(SettingReading setting, ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> front) =>
        !front.TryGetValue(setting, out var beatenBy) ? "not compared"
        : beatenBy.IsEmpty ? "front"
        : $"beaten by {AxisText.List(beatenBy.Select(other => other.Title))}";

    private static Reading<string> Sentence(Series series)
    {
        var compared = series.Settings.Where(series.Module.ContainsKey).ToArray();
        if (compared.Length < 2)
        {
            return Reading<string>.Unavailable(series.Settings
                .SelectMany(setting => (string?[])[setting.Realtime.Reason, setting.Bytes.Reason, setting.Psnr.Reason])
                .OfType<string>().First());
        }

        var front = compared.Where(setting => series.Module[setting].IsEmpty).ToArray();
        var fastest = front.MaxBy(SpeedOf)!;
        var best = front.MaxBy(setting => setting.Psnr.TryGet(out var psnr) ? psnr : 0)!;
        var missing = series.Settings.Length - compared.Length;
        return Reading<string>.Of(
            $"On {compared[0].Place} ({compared[0].LaneName}) no other setting beats {front.Length} of {compared.Length} in speed, size "
            + $"and PSNR-Y at once. The fastest of them is {WithFigures(fastest)}"
            + (best == fastest ? ", which also has the highest PSNR-Y" : $"; {WithFigures(best)} has the highest PSNR-Y")
            + (missing > 0 ? $"; {missing} could not be compared" : ""));
    }

    private static double SpeedOf(SettingReading setting) => setting.Realtime.TryGet(out var speed) ? speed.Value : 0;

    private static string WithFigures(SettingReading setting) =>
        $"{setting.Title} ({setting.Realtime.Show(factor => $"{factor} x realtime", reason => reason)}, "
        + $"{setting.Bytes.Show(AxisText.Bytes, reason => reason)}, {setting.Psnr.Show(psnr => $"{psnr:0.00} dB", reason => reason)})";

    // The settings of a subject; each that can be compared with those that beat it, by its speed on the module and natively.
    private sealed record Series(ImmutableArray<SettingReading> Settings)
    {
        public ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> Module { get; } =
            Front(Settings, setting => setting.Realtime);

        public ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> Native { get; } =
            Front(Settings, setting => setting.NativeRealtime);

        private static ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>> Front(
            ImmutableArray<SettingReading> settings, Func<SettingReading, Reading<Estimate>> speed)
        {
            var points = settings.Select(setting => (Setting: setting, Bounds: BoundsOf(setting, speed(setting))))
                .Where(point => point.Bounds is not null).ToArray();
            return ParetoFront.Of(Objectives, [.. points.Select(point => point.Bounds!.Value)]).TryGet(out var places)
                ? places.ToImmutableDictionary(
                    place => points[place.Index].Setting, place => place.BeatenBy.Select(other => points[other].Setting).ToImmutableArray())
                : ImmutableDictionary<SettingReading, ImmutableArray<SettingReading>>.Empty;
        }

        private static ImmutableArray<Bounds>? BoundsOf(SettingReading setting, Reading<Estimate> speed) =>
            speed.TryGet(out var factor) && setting.Bytes.TryGet(out var bytes) && setting.Psnr.TryGet(out var psnr)
                ? [Bounds.Of(factor), Bounds.Exact(bytes), Bounds.Exact(psnr)]
                : null;
    }
}
