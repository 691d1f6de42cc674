using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// Which setting of an encoder to choose? Size across, quality upwards, speed by the marker's size. Each point has a letter that the key
/// below explains: names beside the points would not fit on a phone.
/// </summary>
internal static class FrontPicture
{
    private const string Front = "front";
    private const double Top = 34;
    private const double Bottom = 334;
    private const double Left = 54;
    private const double Right = Canvas.Width - Canvas.Margin;
    private const double KeyHeight = 26;
    private const double KeyNameAt = 58;
    private const double LetterRadius = 8.7;

    /// <summary>A picture for each subject whose settings were compared.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) => AxisRow.Groups(report, "effort", "subject")
        .Where(rows => rows.Any(row => Read(row).Reason is null))
        .Select((rows, index) => Draw(PictureCatalog.Id("effort-front", index), rows.Key, [.. rows]));

    private static Reading<Setting> Read(AxisRow row) => row.Number("bytes").Then(bytes => row.Number("psnrY").Then(psnr =>
        row.Number("realtime").Select(speed => new Setting(row.Text("setting"), bytes.Value / 1024, psnr.Value, speed, row.Text(Front)))));

    private static Picture Draw(string id, string subject, ImmutableArray<AxisRow> rows)
    {
        var settings = rows.Select(row => Read(row).TryGet(out var setting) ? setting : null).OfType<Setting>()
            .OrderByDescending(setting => setting.Speed.Value).ToImmutableArray();
        var (lowest, highest) = (settings.Min(setting => setting.Psnr), settings.Max(setting => setting.Psnr));
        var padding = Math.Max((highest - lowest) / 10, 0.1);
        var x = Scale.Across([.. settings.Select(setting => setting.Kibibytes)], Left, Right);
        var y = new Scale(lowest - padding, highest + padding, Bottom, Top);
        var canvas = new Canvas();
        canvas.DrawLeftAxis(y, Left, Right, "PSNR-Y (dB)");
        var keyTop = canvas.DrawBottomAxis(x, Top, Bottom, "output (KiB, logarithmic)") + Canvas.FontSize;
        var looks = Looks(settings);
        foreach (var (setting, look) in settings.Zip(looks))
        {
            canvas.Mark(look.Paint, $"{setting}").Marker(look, x.At(setting.Kibibytes), y.At(setting.Psnr));
        }

        var letters = PlaceLetters(
            [.. settings.Zip(looks, (setting, look) => new Circle(x.At(setting.Kibibytes), y.At(setting.Psnr), look.Size))]);
        WriteKey(canvas, keyTop, "setting", "× realtime", isBold: true);
        foreach (var (index, setting) in settings.Index())
        {
            var baseline = keyTop + ((index + 1) * KeyHeight);
            var letter = $"{(char)('a' + (index % 26))}{(index < 26 ? "" : index / 26)}";
            canvas.Write(letters[index].X, letters[index].Y + (Canvas.FontSize / 3), letter, "middle");
            canvas.Write(Canvas.Margin, baseline, letter);
            canvas.Draw(looks[index].Paint).Marker(looks[index], KeyNameAt - 18, baseline - (Canvas.FontSize / 3));
            WriteKey(canvas, baseline, setting.IsBeaten ? $"{setting.Name} (beaten)" : setting.Name, setting.Speed.ToString());
        }

        var words = rows.Select(row =>
            Read(row).Show(setting => $"{setting}.", reason => $"{row.Text("setting")}: not measured ({reason})."));
        return canvas.Finish(
            id,
            $"Speed, size and quality of {subject}: filled where no other setting is better",
            "Each setting by the size of its output, the PSNR of its luma plane, and its speed on the module, with whether another setting "
                + $"beats it in all three. {string.Join(' ', words)}",
            keyTop + (settings.Length * KeyHeight) + Canvas.Margin);
    }

    // A kind for each encoder. The area grows with speed.
    private static ImmutableArray<Look> Looks(ImmutableArray<Setting> settings)
    {
        var encoders = settings.Select(setting => setting.Name.Split(' ')[0]).Distinct().ToList();
        return
        [
            .. settings.Select(setting => Look.OfKind(encoders.IndexOf(setting.Name.Split(' ')[0])) with
            {
                Size = 4 + (5 * Math.Sqrt(setting.Speed.Value / settings[0].Speed.Value)),
                IsHollow = setting.IsBeaten,
            }),
        ];
    }

    private static void WriteKey(Canvas canvas, double baseline, string name, string value, bool isBold = false)
    {
        canvas.Write(KeyNameAt, baseline, TextFit.Shorten(name, Right - KeyNameAt - TextFit.WidthOf($"{value} ")), isBold: isBold);
        canvas.Write(Right, baseline, value, "end", isBold: isBold);
    }

    // For each point the nearest of some places at which no marker and no letter is yet; the first of them where all are taken.
    private static List<Circle> PlaceLetters(ImmutableArray<Circle> markers)
    {
        var letters = new List<Circle>();
        foreach (var marker in markers)
        {
            var places =
                from distance in (double[])[1, 9, 18, 27, 36]
                from direction in Enumerable.Range(0, 8)
                let radius = marker.Radius + LetterRadius + distance
                let angle = direction * Math.PI / 4
                let place = new Circle(marker.X + (radius * Math.Cos(angle)), marker.Y - (radius * Math.Sin(angle)), LetterRadius)
                where place.X is > Left + LetterRadius and < Right - LetterRadius
                where place.Y is > Top + LetterRadius and < Bottom - LetterRadius
                select place;
            letters.Add(places.OrderBy(place => markers.Concat(letters).Any(place.Overlaps)).First());
        }

        return letters;
    }

    private sealed record Circle(double X, double Y, double Radius)
    {
        public bool Overlaps(Circle other) =>
            Math.Pow(X - other.X, 2) + Math.Pow(Y - other.Y, 2) < Math.Pow(Radius + other.Radius, 2);
    }

    private sealed record Setting(string Name, double Kibibytes, double Psnr, Estimate Speed, string Remark)
    {
        public bool IsBeaten => Remark != Front;

        public override string ToString() => $"{Name}: {Figures.Of(Kibibytes)} KiB, {Psnr:0.00} dB, {Speed} × realtime; {Remark}";
    }
}
