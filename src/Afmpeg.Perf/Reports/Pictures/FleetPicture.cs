using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
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
        .Select(rows => (Batch: rows.Key, Kinds: Read(rows)))
        .Where(batch => batch.Kinds.Any(kind => kind.Any(row => row.Throughput.Reason is null)))
        .Select((batch, index) => Draw(PictureCatalog.Id(Axis, index), batch.Batch, batch.Kinds, report.Host.Cores));

    // By kind: a lane's name without its number of instances.
    private static ILookup<string, (string Lane, int Instances, Reading<Estimate> Throughput)> Read(IEnumerable<AxisRow> rows) => rows
        .Select(row => (Lane: row.Text("lane"), Instances: row.Number("instances").TryGet(out var count) ? (int)count.Value : 0, Throughput: row.Number("throughput")))
        .Where(row => row.Lane != Lane.Native.Name && row.Instances > 0)
        .OrderBy(row => row.Instances)
        .ToLookup(row => row.Lane.Contains('@', StringComparison.Ordinal) ? row.Lane.TrimEnd([.. "0123456789"]) : row.Lane);

    private static Picture Draw(string id, string batch, ILookup<string, (string Lane, int Instances, Reading<Estimate> Throughput)> all, int cores)
    {
        var kinds = all
            .Select(kind => (Name: kind.Key, Points: kind.Select(row => (row.Lane, row.Instances, Found: row.Throughput.TryGet(out var found) ? found : null)).Where(row => row.Found is not null).ToArray()))
            .Where(kind => kind.Points.Length > 0).ToArray();
        var points = kinds.SelectMany(kind => kind.Points).ToArray();
        var counts = points.Select(point => (double)point.Instances).Distinct().Order().ToImmutableArray();
        var canvas = new Canvas();
        var top = canvas.WriteLegend(kinds.Select((kind, number) => (Look.OfKind(number), kind.Name))) + 34;
        var x = new Scale(counts[0] / Beyond, counts[^1] * Beyond, Left, Right, IsLogarithmic: true);
        var y = new Scale(0, 1.06 * points.Max(point => Math.Max(point.Found!.High, Ideal(point.Instances))), top + PlotHeight, top);
        canvas.DrawLeftAxis(y, Left, Right, Measure);
        var height = canvas.DrawBottomAxis(x, top, top + PlotHeight, "instances (logarithmic)", counts);
        canvas.Guide(Look.Text, $"ideal: as many times one instance as there are instances, or cores where those are fewer ({cores})")
            .Line([.. counts.Select(count => (x.At(count), y.At(Ideal(count)))), (Right, y.At(Ideal(counts[^1])))], thickness: 1.5, isDashed: true);
        canvas.Write(Right, y.At(Ideal(counts[^1])) - 4, "ideal", "end");
        foreach (var (number, kind) in kinds.Index())
        {
            var (look, shift) = (Look.OfKind(number), Shift * (number - ((kinds.Length - 1) / 2.0)));
            canvas.Draw(look.Paint).Line(kind.Points.Select(point => (x.At(point.Instances) + shift, y.At(point.Found!.Value))), thickness: 1);
            foreach (var (lane, instances, found) in kind.Points)
            {
                var at = x.At(instances) + shift;
                canvas.Mark(look.Paint, $"{lane}: throughput {ReadingText.Show(found!)} ×")
                    .Interval(look, (at, y.At(found!.Low)), (at, y.At(found.Value)), (at, y.At(found.High)));
            }
        }

        return canvas.Finish(id, $"The batch {batch} over several instances, on {CountText.Of(cores, "core")}", Alternative(all), height);

        double Ideal(double instances) => Math.Min(instances, cores);
    }

    private static string Alternative(ILookup<string, (string Lane, int Instances, Reading<Estimate> Throughput)> kinds) =>
        $"{Measure}, by instances. " + string.Join(' ', kinds.Select(kind =>
            $"{kind.Key}: {ReadingText.List(kind.Select(row => (CountText.Of(row.Instances, "instance"), row.Throughput)))}"));
}
