using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Settings of encoders by what they cost and give: size across, quality upwards, speed by the marker's size; filled where no other setting beats it.</summary>
internal static class FrontPicture
{
    private const string Axis = "effort";
    private const string Front = "front";
    private const double BytesPerKibibyte = 1024;

    /// <summary>A picture for each subject whose settings were compared.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).GroupBy(row => row.Text("subject"))
        .Select(rows => (Subject: rows.Key, Settings: rows.Select(row => (Row: row, Reading: SettingPoint.Of(row, "bytes"))).ToImmutableArray()))
        .Where(subject => subject.Settings.Any(setting => setting.Reading.Reason is null))
        .Select((subject, index) => Draw(report, subject.Subject, subject.Settings, index));

    private static Picture Draw(RunReport report, string subject, ImmutableArray<(AxisRow Row, Reading<SettingPoint> Reading)> settings, int index)
    {
        var read = settings.Select(setting => (setting.Row, Point: setting.Reading.TryGet(out var point) ? point : null)).Where(setting => setting.Point is not null)
            .Select(setting => (setting.Row, Point: setting.Point!)).OrderByDescending(setting => setting.Point.Realtime.Value).ToArray();
        var encoders = read.Select(setting => Encoder(setting.Row)).Distinct().ToList();
        var fastest = read.Max(setting => setting.Point.Realtime.Value);
        var scatter = new KeyedScatter("output (KiB)", "PSNR-Y (dB)", IsLogarithmic: false, "setting", ["× realtime"],
        [
            .. read.Select(setting => new KeyedPoint(
                setting.Point.Size / BytesPerKibibyte,
                setting.Point.Psnr,
                MarkerLook.Of(encoders.IndexOf(Encoder(setting.Row))) with { Size = setting.Point.MarkerSize(fastest), IsHollow = !IsFront(setting.Row) },
                $"{SettingPoint.CaseOf(report, subject, setting.Row.Text("setting"))}: {Say(setting.Point)}; {setting.Row.Text(Front)}",
                IsFront(setting.Row) ? setting.Row.Text("setting") : $"{setting.Row.Text("setting")} (beaten)",
                [setting.Point.Realtime.ToString()])),
        ]);
        return scatter.Draw().Finish(
            PlainText.Numbered("effort-front", index), $"Speed, size and quality of {subject}: filled where no other setting is better", Alternative(settings));
    }

    private static bool IsFront(AxisRow row) => row.Text(Front) == Front;

    private static string Encoder(AxisRow row) => row.Text("setting").Split(' ')[0];

    private static string Say(SettingPoint point) =>
        $"{Figures.Of(point.Size / BytesPerKibibyte)} KiB, {point.Psnr.Value:0.00} dB, {point.Realtime} × realtime";

    private static string Alternative(IEnumerable<(AxisRow Row, Reading<SettingPoint> Reading)> settings) =>
        "Each setting by the size of its output, the PSNR of its luma plane, and its speed on the module, with whether another setting beats it in all three. "
        + string.Join(' ', settings.Select(setting => setting.Reading.Show(
            point => $"{setting.Row.Text("setting")}: {Say(point)}; {setting.Row.Text(Front)}.",
            reason => $"{setting.Row.Text("setting")}: not measured ({reason}).")));
}
