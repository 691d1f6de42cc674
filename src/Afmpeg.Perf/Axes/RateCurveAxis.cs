using System.Collections.Immutable;
using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>Every encoder at every bitrate asked for: what it made of it, how fast and how good.</summary>
public sealed class RateCurveAxis : IAxis
{
    private const double Tolerance = 0.1;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("subject", "subject", "", "What was encoded."),
        new("encoder", "encoder", "", "Encoder and effort."),
        new("asked", "asked for", "kbit/s", "The average bitrate asked for, of the pictures alone."),
        new("got", "got", "kbit/s", "The rate of the output file, its sound and container included."),
        new("realtime", "realtime", "x", "Seconds of media per second on the module's lane."),
        new("nativeRealtime", "natively", "x", "Seconds of media per second natively (assembly, all threads)."),
        new("psnrY", "PSNR-Y", "dB", "Of the luma plane, against what the encoder was given."),
        new("ssim", "SSIM", "", "Over all planes, against what the encoder was given."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var points = RateCurve.Of(run).SelectMany(curves => curves).SelectMany(curve => curve.Points).ToImmutableArray();
        return points.IsEmpty ? null : new AxisTable(
            "bitrate",
            "Encoders at equal bitrates",
            Sentence(points),
            Columns,
            [.. points.Select(Row)],
            [$"The module's lane is {points[0].LaneName}."]);
    }

    private static ImmutableArray<AxisCell> Row(SettingReading point) =>
    [
        AxisCell.Of(AxisText.Place(point.Job)),
        AxisCell.Of(point.Tool),
        AxisCell.Exact(point.Job.Setting.KilobitsPerSecond!.Value, point.Job.Setting.KilobitsPerSecond.Value.ToString(CultureInfo.InvariantCulture)),
        AxisText.Plain(point.KilobitsPerSecond, Figures.Of),
        AxisCell.Of(point.Realtime),
        AxisCell.Of(point.NativeRealtime),
        AxisText.Plain(point.Psnr, psnr => $"{psnr:0.00}"),
        AxisText.Plain(point.Ssim, ssim => $"{ssim:0.0000}"),
    ];

    private static Reading<string> Sentence(ImmutableArray<SettingReading> points)
    {
        var off = points.Select(point => (Point: point, Off: point.KilobitsPerSecond.Select(got => (got / point.Job.Setting.KilobitsPerSecond!.Value) - 1)))
            .Select(point => point.Off.TryGet(out var share) ? (point.Point, Off: share) : ((SettingReading Point, double Off)?)null)
            .OfType<(SettingReading Point, double Off)>().ToArray();
        if (off.Length == 0)
        {
            return Reading<string>.Unavailable(points[0].KilobitsPerSecond.Reason!);
        }

        var furthest = off.MaxBy(point => Math.Abs(point.Off));
        return Reading<string>.Of(
            $"{off.Count(point => Math.Abs(point.Off) <= Tolerance)} of {off.Length} outputs lie within 10 % of the bitrate asked for; furthest off is "
            + $"{furthest.Point.Title} on {AxisText.Place(furthest.Point.Job)} with {Figures.Of(furthest.Off * 100)} %: compare encoders by the rates that they got.");
    }
}
