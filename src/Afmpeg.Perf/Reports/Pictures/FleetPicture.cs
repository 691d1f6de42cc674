using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>What do further instances give a batch of jobs? Throughput relative to one instance, a line for each kind of lane.</summary>
internal static class FleetPicture
{
    private const string Axis = "fleet";
    private const string Measure = "throughput (× one instance)";
    private const double PlotHeight = 260;
    private const double Left = 40;
    private const double Right = Canvas.Width - Canvas.Margin;

    // Kinds with the same number of instances stand beside each other.
    private const double Shift = 13;
    private const double Beyond = 1.4;

    /// <summary>A picture for each batch.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) => AxisRow.Groups(report, Axis, "batch")
        .Select(rows => (Batch: rows.Key, Sizes: Read(rows)))
        .Where(batch => batch.Sizes.Any(size => size.Found is not null))
        .Select((batch, index) => Draw(PictureCatalog.Id(Axis, index), batch.Batch, batch.Sizes, report.Host.Cores));

    // Native, whose threads are no instances, has no throughput to compare.
    private static ImmutableArray<Size> Read(IEnumerable<AxisRow> rows) =>
    [
        .. from row in rows
           let count = row.Number("instances").TryGet(out var number) ? (int)number.Value : 0
           where count > 0 && row.Text("lane").Contains('@', StringComparison.Ordinal)
           select new Size(row.Text("lane").TrimEnd([.. "0123456789"]), count, row.Number("throughput")),
    ];

    private static Picture Draw(string id, string batch, ImmutableArray<Size> sizes, int cores)
    {
        var canvas = new Canvas();
        var kinds = sizes.Where(size => size.Found is not null).GroupBy(size => size.Kind).ToArray();
        var counts = kinds.SelectMany(kind => kind).Select(size => (double)size.Instances).Distinct().Order().ToImmutableArray();
        var ideal = counts.Add(counts[^1] * Beyond)
            .Select(count => (Count: count, Times: Math.Min(Math.Min(count, counts[^1]), cores))).ToArray();
        var top = canvas.WriteLegend(kinds.Select((kind, number) => (Look.OfKind(number), kind.Key))) + 34;
        var x = new Scale(counts[0] / Beyond, counts[^1] * Beyond, Left, Right, IsLogarithmic: true);
        var highest = kinds.SelectMany(kind => kind).Select(size => size.Found!.High).Append(ideal[^1].Times).Max();
        var y = new Scale(0, 1.06 * highest, top + PlotHeight, top);
        canvas.DrawLeftAxis(y, Left, Right, Measure);
        var height = canvas.DrawBottomAxis(x, top, top + PlotHeight, "instances (logarithmic)", counts);
        canvas.Guide(Look.Text, $"ideal: as many times one instance as there are instances, or cores where those are fewer ({cores})")
            .Line(ideal.Select(each => (x.At(each.Count), y.At(each.Times))), thickness: 1.5, isDashed: true);
        canvas.Write(Right, y.At(ideal[^1].Times) - 4, "ideal", "end");
        foreach (var (number, kind) in kinds.Index())
        {
            var look = Look.OfKind(number);
            double At(Size size) => x.At(size.Instances) + (Shift * (number - ((kinds.Length - 1) / 2.0)));
            canvas.Draw(look.Paint).Line(kind.Select(size => (At(size), y.At(size.Found!.Value))), thickness: 1);
            foreach (var size in kind)
            {
                var (at, found) = (At(size), size.Found!);
                canvas.Mark(look.Paint, $"{kind.Key}{size.Instances}: throughput {ReadingText.Show(found)} ×")
                    .Interval(look, (at, y.At(found.Low)), (at, y.At(found.Value)), (at, y.At(found.High)));
            }
        }

        var words = sizes.GroupBy(size => size.Kind).Select(kind =>
            $"{kind.Key}: {ReadingText.List(kind.Select(size => (CountText.Of(size.Instances, "instance"), size.Throughput)))}");
        var title = $"The batch {batch} over several instances, on {CountText.Of(cores, "core")}";
        return canvas.Finish(id, title, $"{Measure}, by instances. {string.Join(' ', words)}", height);
    }

    // A kind is a lane without its number of instances.
    private sealed record Size(string Kind, int Instances, Reading<Estimate> Throughput)
    {
        public Estimate? Found => Throughput.TryGet(out var estimate) ? estimate : null;
    }
}
