using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// Which setting of an encoder to choose? Size across, quality upwards, speed by the marker's size. Each point has a letter that the key below
/// explains: names beside the points would not fit on a phone.
/// </summary>
internal static class FrontPicture
{
    private const string Front = "front";
    private const double BytesPerKibibyte = 1024;
    private const double Top = 34;
    private const double Bottom = 334;
    private const double Left = 54;
    private const double Right = Canvas.Width - Canvas.Margin;
    private const double KeyHeight = 26;
    private const double KeyNameAt = 58;
    private const double LetterRadius = 7;

    /// <summary>A picture for each subject whose settings were compared.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) => AxisRow.Groups(report, "effort", "subject")
        .Where(rows => rows.Any(row => Read(row).Reason is null))
        .Select((rows, index) => Draw(PictureCatalog.Id("effort-front", index), rows.Key, [.. rows]));

    private static Reading<(double Kibibytes, double Psnr, Estimate Speed)> Read(AxisRow row) => row.Number("bytes").Then(bytes =>
        row.Number("psnrY").Then(psnr => row.Number("realtime").Select(speed => (bytes.Value / BytesPerKibibyte, psnr.Value, speed))));

    private static Picture Draw(string id, string subject, ImmutableArray<AxisRow> rows)
    {
        var points = rows.Select(row => (Row: row, IsRead: Read(row).TryGet(out var at), At: at)).Where(point => point.IsRead)
            .Select(point => (point.Row, point.At)).OrderByDescending(point => point.At.Speed.Value).ToArray();
        var (lowest, highest) = (points.Min(point => point.At.Psnr), points.Max(point => point.At.Psnr));
        var padding = Math.Max((highest - lowest) / 10, 0.1);
        var x = Scale.Across([.. points.Select(point => point.At.Kibibytes)], Left, Right);
        var y = new Scale(lowest - padding, highest + padding, Bottom, Top);
        var canvas = new Canvas();
        canvas.DrawLeftAxis(y, Left, Right, "PSNR-Y (dB)");
        var baseline = canvas.DrawBottomAxis(x, Top, Bottom, "output (KiB, logarithmic)") + Canvas.FontSize;
        var encoders = points.Select(point => Encoder(point.Row)).Distinct().ToList();
        var markers = points.Select(point =>
        {
            // The area grows with speed.
            var size = 4 + (5 * Math.Sqrt(point.At.Speed.Value / points[0].At.Speed.Value));
            var look = Look.OfKind(encoders.IndexOf(Encoder(point.Row))) with { Size = size, IsHollow = IsBeaten(point.Row) };
            return (Look: look, X: x.At(point.At.Kibibytes), Y: y.At(point.At.Psnr));
        }).ToArray();
        foreach (var ((row, _), (look, across, up)) in points.Zip(markers))
        {
            canvas.Mark(look.Paint, Describe(row)).Marker(look, across, up);
        }

        var letters = PlaceLetters([.. markers.Select(marker => (marker.X, marker.Y, marker.Look.Size))]);
        WriteKey(canvas, baseline, "setting", "× realtime", isBold: true);
        foreach (var (index, (row, at)) in points.Index())
        {
            baseline += KeyHeight;
            var letter = $"{(char)('a' + (index % 26))}{(index < 26 ? "" : index / 26)}";
            canvas.Write(letters[index].X, letters[index].Y + (Canvas.FontSize / 3), letter, "middle");
            canvas.Write(Canvas.Margin, baseline, letter);
            canvas.Draw(markers[index].Look.Paint).Marker(markers[index].Look, KeyNameAt - 18, baseline - (Canvas.FontSize / 3));
            WriteKey(canvas, baseline, $"{row.Text("setting")}{(IsBeaten(row) ? " (beaten)" : "")}", at.Speed.ToString(), isBold: false);
        }

        var title = $"Speed, size and quality of {subject}: filled where no other setting is better";
        return canvas.Finish(id, title, Alternative(rows), baseline + Canvas.Margin);
    }

    private static bool IsBeaten(AxisRow row) => row.Text(Front) != Front;

    private static string Encoder(AxisRow row) => row.Text("setting").Split(' ')[0];

    private static string Describe(AxisRow row) => $"{row.Text("setting")}: " + Read(row).Show(
        at => $"{Figures.Of(at.Kibibytes)} KiB, {at.Psnr:0.00} dB, {at.Speed} × realtime; {row.Text(Front)}",
        reason => $"not measured ({reason})");

    private static string Alternative(IEnumerable<AxisRow> rows) =>
        "Each setting by the size of its output, the PSNR of its luma plane, and its speed on the module, with whether another setting "
        + $"beats it in all three. {string.Join(' ', rows.Select(row => $"{Describe(row)}."))}";

    private static void WriteKey(Canvas canvas, double baseline, string name, string value, bool isBold)
    {
        canvas.Write(KeyNameAt, baseline, TextFit.Shorten(name, Right - KeyNameAt - TextFit.WidthOf($"{value} ")), isBold: isBold);
        canvas.Write(Right, baseline, value, "end", isBold: isBold);
    }

    // For each point the nearest of some places at which no marker and no letter is yet; the first of them where all are taken.
    private static List<(double X, double Y, double Radius)> PlaceLetters(ImmutableArray<(double X, double Y, double Radius)> markers)
    {
        var letters = new List<(double X, double Y, double Radius)>();
        foreach (var marker in markers)
        {
            var places =
                from distance in (double[])[0, 9, 18, 27, 36]
                from direction in Enumerable.Range(0, 8)
                let radius = marker.Radius + LetterRadius + distance
                let angle = direction * Math.PI / 4
                let place = (X: marker.X + (radius * Math.Cos(angle)), Y: marker.Y - (radius * Math.Sin(angle)), Radius: LetterRadius)
                where place.X is > Left + LetterRadius and < Right - LetterRadius && place.Y is > Top + LetterRadius and < Bottom - LetterRadius
                select place;
            letters.Add(places.Where(place => !markers.Concat(letters).Any(taken => Meet(place, taken))).Concat(places).First());
        }

        return letters;
    }

    private static bool Meet((double X, double Y, double Radius) one, (double X, double Y, double Radius) other) =>
        Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2) < Math.Pow(one.Radius + other.Radius - 1, 2);
}
