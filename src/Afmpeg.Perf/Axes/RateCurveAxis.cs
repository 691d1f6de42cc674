using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>Every encoder at every bitrate asked for: the rate that it reached, how fast and how good.</summary>
public sealed class RateCurveAxis : IAxis
{
    private const double Tolerance = 0.1;

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var points = RateCurve.Of(run).SelectMany(curves => curves).SelectMany(curve => curve.Points).ToArray();
        return points.Length == 0 ? null : AxisTable.Create(
            "bitrate",
            "Encoders at equal bitrates",
            Sentence(points),
            points,
            [
                new("subject", "subject", "What was encoded.", point => point.Place),
                new("encoder", "encoder", "Encoder and effort.", point => point.Tool),
                new("asked", "asked for", "kbit/s", "The average bitrate asked for, of the pictures alone.",
                    point => AxisCell.Exact(point.Job.Setting.KilobitsPerSecond!.Value)),
                new("got", "got", "kbit/s", "The rate of the output file, its sound and container included.",
                    point => point.KilobitsPerSecond, Figures.Of),
                .. SettingReading.Speeds,
                .. SettingReading.Qualities(psnr => $"{psnr:0.00}"),
            ],
            $"The module's lane is {points[0].LaneName}.");
    }

    private static Reading<string> Sentence(SettingReading[] points)
    {
        var known = points.Where(point => point.KilobitsPerSecond.Reason is null)
            .Select(point => (Point: point, Off: Excess(point))).ToArray();
        if (known.Length == 0)
        {
            return Reading<string>.Unavailable(points[0].KilobitsPerSecond.Reason!);
        }

        var furthest = known.MaxBy(point => Math.Abs(point.Off));
        return Reading<string>.Of(
            $"{known.Count(point => Math.Abs(point.Off) <= Tolerance)} of {known.Length} outputs lie within 10 % of the bitrate asked for; "
            + $"{furthest.Point.Title} on {furthest.Point.Place} is {Figures.Of(Math.Abs(furthest.Off) * 100)} % "
            + $"{(furthest.Off < 0 ? "below" : "above")} it. Compare encoders by the bitrates that they produced.");
    }

    // As a share of the bitrate asked for.
    private static double Excess(SettingReading point) =>
        point.KilobitsPerSecond.TryGet(out var got) ? (got / point.Job.Setting.KilobitsPerSecond!.Value) - 1 : 0;
}
