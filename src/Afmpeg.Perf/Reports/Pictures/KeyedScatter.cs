using System.Collections.Immutable;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A scatter plot whose points are lettered, with a key below: names beside the points would not fit on a telephone.</summary>
/// <param name="XTitle">What the bottom axis shows, with its unit.</param>
/// <param name="YTitle">What the left axis shows, with its unit.</param>
/// <param name="IsLogarithmic">Whether the bottom axis is.</param>
/// <param name="NameTitle">What the key's names are.</param>
/// <param name="NumberTitles">What its columns say, the last of them at the right edge.</param>
/// <param name="Points">The points, one at least, in the order of the key.</param>
internal sealed record KeyedScatter(
    string XTitle, string YTitle, bool IsLogarithmic, string NameTitle, ImmutableArray<string> NumberTitles, ImmutableArray<KeyedPoint> Points)
{
    private const double Side = 24;
    private const double Top = 38;
    private const double PlotHeight = 380;
    private const double PlotBottom = Top + PlotHeight;
    private const double LeftAxisWidth = 66;
    private const double AxisHeight = 70;
    private const double KeyHeight = 28;
    private const double KeyNameAt = 76;
    private const double ColumnWidth = 190;
    private const double Letter = 13;
    private const double LabelGap = 5;

    // How far beyond the points the axes go: as a share of their span, and as a factor where equal factors have equal lengths.
    private const double Padding = 0.1;
    private const double Beyond = 1.25;

    // By how many dots letters are kept off a line.
    private const int Dots = 200;

    /// <summary>Lines through points, as indices into them.</summary>
    public ImmutableArray<ImmutableArray<int>> Lines { get; init; } = [];

    /// <summary>Curves to hold the points against; each with what it says at its end, and when pointed at.</summary>
    public ImmutableArray<(string Label, string Title, Func<double, double?> Curve)> Curves { get; init; } = [];

    /// <summary>A sentence on the curves below the axis; null for none.</summary>
    public string? CurvesTitle { get; init; }

    private double KeyTop => PlotBottom + AxisHeight + (CurvesTitle is null ? 0 : KeyHeight);

    private (double Low, double High) XRange
    {
        get
        {
            var (low, high) = (Points.Min(point => point.X), Points.Max(point => point.X));
            return IsLogarithmic ? (low / Beyond, high * Beyond) : Padded(low, high);
        }
    }

    private (double Low, double High) YRange => Padded(Points.Min(point => point.Y.Low), Points.Max(point => point.Y.High));

    /// <summary>Draws it.</summary>
    /// <returns>The sketch.</returns>
    public Sketch Draw()
    {
        var height = KeyTop + ((Points.Length + 1) * KeyHeight) + Side;
        var sketch = new Sketch(height, new OxyThickness(LeftAxisWidth, Top, Side, height - PlotBottom));
        sketch.AddBottomAxis(XRange.Low, XRange.High, IsLogarithmic);
        sketch.AddLeftAxis(YRange.Low, YRange.High);
        sketch.Write(Side, Top - (Side / 2), YTitle);
        sketch.Write((LeftAxisWidth + Sketch.Width - Side) / 2, PlotBottom + AxisHeight - 16, XTitle, HorizontalAlignment.Center);
        var taken = DrawLines(sketch).Concat(DrawCurves(sketch)).ToArray();
        foreach (var point in Points)
        {
            sketch.AddUpright(sketch.Mark(point.Look.Paint, point.Title), point.X, point.Y, point.Look);
        }

        DrawLetters(sketch, taken);
        DrawKey(sketch);
        return sketch;
    }

    private static (double Low, double High) Padded(double low, double high)
    {
        var span = high > low ? high - low : Math.Max(Math.Abs(high), 1);
        return (low - (Padding * span), high + (Padding * span));
    }

    private static string LetterOf(int index) => ((char)('a' + (index % 26))).ToString() + (index < 26 ? "" : (index / 26).ToString());

    private ScreenPoint Place(double x, double y)
    {
        var ((left, right), (low, high)) = (XRange, YRange);
        var across = IsLogarithmic ? Math.Log(x / left) / Math.Log(right / left) : (x - left) / (right - left);
        return new ScreenPoint(LeftAxisWidth + ((Sketch.Width - Side - LeftAxisWidth) * across), PlotBottom - (PlotHeight * (y - low) / (high - low)));
    }

    // Where they are, dot by dot.
    private List<OxyRect> DrawLines(Sketch sketch)
    {
        var taken = new List<OxyRect>();
        foreach (var line in Lines)
        {
            sketch.AddLine(sketch.Draw(new Ink(Points[line[0]].Look.Paint)), line.Select(index => new DataPoint(Points[index].X, Points[index].Y.Value)), stroke: 2);
            var corners = line.Select(index => Place(Points[index].X, Points[index].Y.Value)).ToArray();
            taken.AddRange(corners.Zip(corners.Skip(1)).SelectMany(ends => Enumerable.Range(0, Dots).Select(dot => Dot(ends.First + ((ends.Second - ends.First) * ((double)dot / Dots))))));
        }

        return taken;
    }

    private static OxyRect Dot(ScreenPoint at) => new(at.X, at.Y, 1, 1);

    // Where they and their labels are.
    private List<OxyRect> DrawCurves(Sketch sketch)
    {
        var taken = new List<OxyRect>();
        foreach (var (label, title, curve) in Curves)
        {
            var ((left, right), (low, high)) = (XRange, YRange);
            var points = Enumerable.Range(0, Dots + 1).Select(step => left + ((right - left) * step / Dots))
                .Select(x => (X: x, Y: curve(x))).Where(point => point.Y >= low && point.Y <= high).Select(point => new DataPoint(point.X, point.Y!.Value)).ToArray();
            if (points.Length < 2)
            {
                continue;
            }

            sketch.AddLine(sketch.Guide(Palette.Vermillion, title), points, stroke: 2, isDashed: true);
            var end = Place(points[^1].X, points[^1].Y);
            var width = PlainText.WidthOf(label, Sketch.FontSize);
            var at = new ScreenPoint(end.X - LabelGap, Math.Max(end.Y - LabelGap, Top + Sketch.FontSize));
            sketch.Write(at.X, at.Y, label, HorizontalAlignment.Right);
            taken.Add(new OxyRect(at.X - width, at.Y - Sketch.FontSize, width, Sketch.FontSize));
            taken.AddRange(points.Select(point => Dot(Place(point.X, point.Y))));
        }

        return taken;
    }

    private void DrawLetters(Sketch sketch, IEnumerable<OxyRect> taken)
    {
        var room = new OxyRect(LeftAxisWidth, Top, Sketch.Width - Side - LeftAxisWidth, PlotHeight);
        var places = LabelPlaces.Of(
            [.. Points.Select(point => Place(point.X, point.Y.Value))], room, Points.Max(point => point.Look.Size), new OxySize(Letter, Letter), taken);
        foreach (var (place, index) in places.Select((place, index) => (place, index)))
        {
            sketch.Write(place.X, place.Y + (Sketch.FontSize / 3), LetterOf(index), HorizontalAlignment.Center);
        }
    }

    private void DrawKey(Sketch sketch)
    {
        var baseline = KeyTop + Side;
        if (CurvesTitle is not null)
        {
            sketch.Write(Side, PlotBottom + AxisHeight + (Side / 2), CurvesTitle);
        }

        WriteLine(sketch, baseline, NameTitle, NumberTitles, isBold: true);
        foreach (var (point, index) in Points.Select((point, index) => (point, index)))
        {
            baseline += KeyHeight;
            sketch.Write(Side, baseline, LetterOf(index));
            sketch.Explain(Side + 32, baseline, point.Look);
            WriteLine(sketch, baseline, point.Name, point.Numbers, isBold: false);
        }
    }

    private void WriteLine(Sketch sketch, double baseline, string name, ImmutableArray<string> numbers, bool isBold)
    {
        var room = Sketch.Width - Side - (NumberTitles.Length * ColumnWidth) - KeyNameAt;
        sketch.Write(KeyNameAt, baseline, PlainText.Fit(name, room, Sketch.FontSize), isBold: isBold);
        foreach (var (number, column) in numbers.Select((number, column) => (number, column)))
        {
            sketch.Write(Sketch.Width - Side - ((numbers.Length - 1 - column) * ColumnWidth), baseline, number, HorizontalAlignment.Right, isBold: isBold);
        }
    }
}
