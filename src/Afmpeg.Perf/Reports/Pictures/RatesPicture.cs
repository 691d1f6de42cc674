using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What each encoder makes of a bitrate: rate across, quality upwards, a line for each encoder, speed by the marker's size.</summary>
internal static class RatesPicture
{
    private const string Axis = "bitrate";

    /// <summary>A picture for each subject that was encoded at several rates.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).GroupBy(row => row.Text("subject"))
        .Select(rows => (Subject: rows.Key, Points: rows.Select(row => (Row: row, Reading: SettingPoint.Of(row, "got"))).ToImmutableArray()))
        .Where(subject => subject.Points.Any(point => point.Reading.TryGet(out var read) && read.Size > 0))
        .Select((subject, index) => Draw(report, subject.Subject, subject.Points, index));

    private static Picture Draw(RunReport report, string subject, ImmutableArray<(AxisRow Row, Reading<SettingPoint> Reading)> points, int index)
    {
        var encoders = points.Select(point => point.Row.Text("encoder")).Distinct().ToList();
        // A logarithmic axis has no place for an empty output.
        var read = points.Select(point => (point.Row, Point: point.Reading.TryGet(out var found) && found.Size > 0 ? found : null)).Where(point => point.Point is not null)
            .Select(point => (point.Row, Point: point.Point!, Encoder: encoders.IndexOf(point.Row.Text("encoder"))))
            .OrderBy(point => point.Encoder).ThenBy(point => point.Point.Size).ToImmutableArray();
        var fastest = read.Max(point => point.Point.Realtime.Value);
        // Equal rates of like encoders lie upon each other: outlines let them all be seen.
        var scatter = new KeyedScatter("rate of the output (kbit/s, logarithmic)", "PSNR-Y (dB)", IsLogarithmic: true, "encoder, asked for", ["× realtime"],
        [
            .. read.Select(point => new KeyedPoint(
                point.Point.Size,
                point.Point.Psnr,
                MarkerLook.Of(point.Encoder) with { Size = point.Point.MarkerSize(fastest), IsHollow = true },
                $"{SettingPoint.CaseOf(report, subject, Setting(point.Row))}: {Say(point.Point)}",
                Setting(point.Row),
                [point.Point.Realtime.ToString()])),
        ])
        {
            Lines = [.. read.Index().GroupBy(point => point.Item.Encoder).Where(encoder => encoder.Count() > 1).Select(encoder => encoder.Select(point => point.Index).ToImmutableArray())],
        };
        return scatter.Draw().Finish(PlainText.Numbered("bitrate", index), $"Rate, quality and speed of {subject}", Alternative(points));
    }

    private static string Setting(AxisRow row) => $"{row.Text("encoder")}, {row.Text("asked")} kbit/s";

    private static string Say(SettingPoint point) => $"{Figures.Of(point.Size)} kbit/s, {point.Psnr.Value:0.00} dB, {point.Realtime} × realtime";

    private static string Alternative(IEnumerable<(AxisRow Row, Reading<SettingPoint> Reading)> points) =>
        "Each encoder at each bitrate that was asked for: the rate of its output, the PSNR of its luma plane, and its speed on the module. "
        + string.Join(' ', points.Select(point => point.Reading.Show(
            read => $"{Setting(point.Row)}: {Say(read)}.",
            reason => $"{Setting(point.Row)}: not measured ({reason}).")));
}
