using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>One encoder at one effort over several bitrates on a subject.</summary>
/// <param name="Points">A setting per bitrate, ascending.</param>
internal sealed record RateCurve(ImmutableArray<SettingReading> Points)
{
    /// <summary>Encoder and effort.</summary>
    public string Tool => Points[0].Tool;

    /// <summary>The encoder.</summary>
    public string Encoder => Job.Setting.Encoder;

    /// <summary>A job of it.</summary>
    public Job Job => Points[0].Job;

    /// <summary>Whether it is x264 at the effort of the reference jobs.</summary>
    public bool IsReference => Job.Setting with { KilobitsPerSecond = null } == EncoderSetting.X264Veryfast;

    /// <summary>Rate and quality of each point, or why one of them has none.</summary>
    public Reading<ImmutableArray<RatePoint>> Distortion => Points.Aggregate(
        Reading<ImmutableArray<RatePoint>>.Of([]),
        (curve, point) => curve.Then(known =>
            point.KilobitsPerSecond.Then(rate => point.Psnr.Select(psnr => known.Add(new RatePoint(rate, psnr))))));

    /// <summary>The curves of each subject that is encoded at bitrates: one per encoder and effort.</summary>
    public static ImmutableArray<ImmutableArray<RateCurve>> Of(AxisInput run) =>
    [
        .. run.Jobs().Where(job => job.Setting.KilobitsPerSecond is not null).GroupBy(AxisText.Place)
            .Select(jobs => SettingReading.Of(run, jobs).GroupBy(point => point.Tool)
                .Select(points => new RateCurve([.. points.OrderBy(Rate)])).ToImmutableArray())
            .Where(curves => !curves.IsEmpty),
    ];

    /// <summary>How many times as long this one takes as another, over all rounds at all the bitrates that both have.</summary>
    /// <param name="run">The run.</param>
    /// <param name="anchor">The other.</param>
    /// <param name="lane">Which case of a point is timed.</param>
    /// <returns>The ratio, or why there is none.</returns>
    public Reading<Estimate> TimesOf(AxisInput run, RateCurve anchor, Func<SettingReading, CaseSummary?> lane)
    {
        var pairs = new List<(double Test, double Anchor)>();
        foreach (var (own, other) in Points.Join(anchor.Points, Rate, Rate, (own, other) => (lane(own), lane(other))))
        {
            var rounds = own is null || other is null
                ? Reading<IEnumerable<(double, double)>>.Unavailable("native was not run")
                : run.Rounds(own).Then(test => run.Rounds(other).Select(against => test.Join(
                    against, row => row.Round, row => row.Round, (one, two) => (one.ExecuteSeconds!.Value, two.ExecuteSeconds!.Value))));
            if (!rounds.TryGet(out var found))
            {
                return Reading<Estimate>.Unavailable(rounds.Reason!);
            }

            pairs.AddRange(found);
        }

        return pairs.Count > 0 ? PairedRatio.Of(pairs) : Reading<Estimate>.Unavailable("they have no bitrate in common");
    }

    private static int? Rate(SettingReading point) => point.Job.Setting.KilobitsPerSecond;
}
