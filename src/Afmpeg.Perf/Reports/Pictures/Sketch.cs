using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// A picture in the making. OxyPlot knows colours and nothing else of what it draws, so everything is drawn in a colour of its own, by which
/// <see cref="InkedSvg"/> finds it again. Lengths are user units of a sheet that is 640 wide.
/// </summary>
internal sealed class Sketch
{
    /// <summary>How wide every picture is.</summary>
    public const double Width = 640;

    /// <summary>The size of every text: 10 pixels where the sheet is shown 360 pixels wide.</summary>
    public const double FontSize = 18;

    /// <summary>How thick lines of readings are.</summary>
    public const double Stroke = 4;

    // Its widths are OxyPlot's to measure with; browsers take the next of the list.
    private const string Font = "Arial";

    private readonly List<Ink> inks = [];
    private readonly PlotModel model;
    private readonly double height;

    /// <summary>An empty sheet.</summary>
    /// <param name="height">How high it is.</param>
    /// <param name="margins">How far the axes keep from its edges.</param>
    public Sketch(double height, OxyThickness margins)
    {
        this.height = height;
        Text = Draw(new Ink(Palette.Text));
        Faint = Draw(new Ink(Palette.Text, Opacity: 0.2));
        model = new PlotModel
        {
            Padding = new OxyThickness(0),
            PlotMargins = margins,
            PlotAreaBorderThickness = new OxyThickness(0),
            DefaultFont = Font,
            DefaultFontSize = FontSize,
            TextColor = Text,
        };
    }

    /// <summary>The colour of texts and axes.</summary>
    public OxyColor Text { get; }

    /// <summary>The colour of what only guides the eye.</summary>
    public OxyColor Faint { get; }

    /// <summary>How many readings it shows.</summary>
    public int Marks => inks.Count(ink => ink.Class == Ink.Mark);

    /// <summary>A colour that stands for an ink.</summary>
    /// <param name="ink">The ink.</param>
    /// <returns>The colour: the ink's number from 1, since black has a name of its own in OxyPlot's output.</returns>
    public OxyColor Draw(Ink ink)
    {
        inks.Add(ink);
        return OxyColor.FromRgb((byte)(inks.Count >> 16), (byte)(inks.Count >> 8), (byte)inks.Count);
    }

    /// <summary>The colour of a reading; whatever is drawn in it is its mark.</summary>
    /// <param name="paint">How it is painted.</param>
    /// <param name="title">Case and value, for who points at it.</param>
    /// <returns>The colour.</returns>
    public OxyColor Mark(string paint, string title) => Draw(new Ink(paint, Class: Ink.Mark, Title: title));

    /// <summary>The colour of something to hold readings against.</summary>
    /// <param name="paint">How it is painted.</param>
    /// <param name="title">What it is, and its value.</param>
    /// <returns>The colour.</returns>
    public OxyColor Guide(string paint, string title) => Draw(new Ink(paint, Class: Ink.Guide, Title: title));

    /// <summary>Adds an axis.</summary>
    /// <param name="axis">The axis.</param>
    public void Add(Axis axis) => model.Axes.Add(axis);

    /// <summary>Adds something drawn by its axes.</summary>
    /// <param name="series">The series, in a colour of this sketch.</param>
    /// <param name="yAxis">The key of its y axis; null for the first.</param>
    public void Add(XYAxisSeries series, string? yAxis = null)
    {
        series.YAxisKey = yAxis;
        model.Series.Add(series);
    }

    /// <summary>Writes a line of text.</summary>
    /// <param name="x">Where it begins, ends or has its middle.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="text">The text.</param>
    /// <param name="alignment">What of it is at x.</param>
    /// <param name="ink">Its colour; null for that of texts.</param>
    /// <param name="isBold">Whether it is a heading.</param>
    public void Write(double x, double y, string text, HorizontalAlignment alignment = HorizontalAlignment.Left, OxyColor? ink = null, bool isBold = false) =>
        model.Annotations.Add(new SheetText(new ScreenPoint(x, y), PlainText.Of(text), alignment)
        {
            TextColor = ink ?? Text,
            FontWeight = isBold ? FontWeights.Bold : FontWeights.Normal,
            Layer = AnnotationLayer.AboveSeries,
        });

    /// <summary>Draws a marker that explains others.</summary>
    /// <param name="x">Its middle.</param>
    /// <param name="y">The baseline of the text beside it.</param>
    /// <param name="look">The marker.</param>
    public void Explain(double x, double y, MarkerLook look) =>
        model.Annotations.Add(new SheetMarker(new ScreenPoint(x, y - (FontSize / 3)), look, Draw(new Ink(look.Paint))) { Layer = AnnotationLayer.AboveSeries });

    /// <summary>The finished picture.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="alternative">The same in words.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="InvalidOperationException">OxyPlot could not draw it.</exception>
    public Picture Finish(string id, string title, string alternative)
    {
        var drawn = SvgExporter.ExportToString(model, Width, height, isDocument: false);
        if (model.GetLastPlotException() is { } fault)
        {
            throw new InvalidOperationException($"{id} could not be drawn: {fault.Message}", fault);
        }

        var picture = new Picture(id, PlainText.Of(title), PlainText.Of(alternative), "", Marks);
        return picture with { Svg = InkedSvg.Of(drawn, picture, Width, height, inks) };
    }
}
