using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// A picture in the making. Its user unit is a CSS pixel at its natural size; a page scales the whole, text included. It is as wide as its
/// text allows: on a phone that shows the picture 325 pixels wide, letters are 10 pixels high.
/// </summary>
internal sealed class Canvas
{
    public const double Width = 520;
    public const double FontSize = 16;
    public const double Margin = 8;

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // In a page the picture has the page's colours. Alone, or as the img of another page, it is the root and needs a ground of its own.
    private const string Alone = "svg:root{color:#1f2328;background:#ffffff}"
        + "@media(prefers-color-scheme:dark){svg:root{color:#e6e8eb;background:#16181d}}";

    private readonly Pen grid = new(Look.Text);
    private readonly List<XElement> shapes = [];
    private int marks;

    /// <summary>A pen for a reading of the run; its title names the reading and its value.</summary>
    public Pen Mark(string paint, string title)
    {
        marks++;
        return Add(new Pen(paint, "mark", title));
    }

    /// <summary>A pen for what readings are compared with: a limit, native, the ideal.</summary>
    public Pen Guide(string paint, string title) => Add(new Pen(paint, "guide", title));

    /// <summary>A pen for all else.</summary>
    public Pen Draw(string paint) => Add(new Pen(paint));

    /// <summary>Writes a line of text whose start, middle or end lies at x, and its baseline at y.</summary>
    public void Write(double x, double y, string text, string anchor = "start", string paint = Look.Text, bool isBold = false) =>
        shapes.Add(new XElement(
            Svg + "text",
            new XAttribute("x", $"{x:0.##}"),
            new XAttribute("y", $"{y:0.##}"),
            new XAttribute("text-anchor", anchor),
            new XAttribute("fill", paint),
            isBold ? new XAttribute("font-weight", "bold") : null,
            VisibleText.Of(text)));

    /// <summary>Explains looks at the top of the picture, in as many lines as their names need. Returns where it ends.</summary>
    public double WriteLegend(IEnumerable<(Look Look, string Name)> kinds)
    {
        const double LineHeight = 25;
        const double NameAt = 20;
        var (x, baseline) = (Margin, LineHeight - Margin);
        foreach (var (look, name) in kinds)
        {
            var text = TextFit.Shorten(name, Width - (2 * Margin) - NameAt);
            var width = NameAt + TextFit.WidthOf(text);
            if (x > Margin && x + width > Width - Margin)
            {
                (x, baseline) = (Margin, baseline + LineHeight);
            }

            Draw(look.Paint).Marker(look, x + look.Size, baseline - (FontSize / 3));
            Write(x + NameAt, baseline, text);
            x += width + NameAt;
        }

        return baseline + Margin;
    }

    /// <summary>Draws the bottom axis and the grid above it, at round numbers or at these ticks. Returns where its texts end.</summary>
    public double DrawBottomAxis(Scale x, double top, double bottom, string title, ImmutableArray<double>? ticks = null)
    {
        foreach (var tick in ticks ?? x.Ticks())
        {
            var text = $"{tick:0.######}";
            var half = TextFit.WidthOf(text) / 2;
            grid.Line([(x.At(tick), top), (x.At(tick), bottom)], thickness: 1);
            Write(Math.Clamp(x.At(tick), half, Width - half), bottom + 19, text, "middle");
        }

        Draw(Look.Text).Line([(x.From, bottom), (x.To, bottom)], thickness: 1);
        Write(Width / 2, bottom + 43, title, "middle");
        return bottom + 51;
    }

    /// <summary>Draws the grid of a left axis, with its title above.</summary>
    public void DrawLeftAxis(Scale y, double left, double right, string title)
    {
        foreach (var tick in y.Ticks())
        {
            grid.Line([(left, y.At(tick)), (right, y.At(tick))], thickness: 1);
            Write(left - Margin, y.At(tick) + (FontSize / 3), $"{tick:0.######}", "end");
        }

        Write(Margin, y.To - Margin - 4, title);
    }

    /// <summary>Ends the picture.</summary>
    public Picture Finish(string id, string title, string alternative, double height)
    {
        grid.Group.SetAttributeValue("stroke-opacity", "0.2");
        var (shownTitle, shownAlternative) = (VisibleText.Of(title), VisibleText.Of(alternative));
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height:0.##}"),
            new XAttribute("width", Width),
            new XAttribute("height", $"{height:0.##}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-description"),
            new XAttribute("font-family", "Arial, Helvetica, 'Liberation Sans', sans-serif"),
            new XAttribute("font-size", FontSize),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), shownTitle),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-description"), shownAlternative),
            new XElement(Svg + "style", Alone),
            grid.Group,
            shapes);
        return new Picture(id, shownTitle, shownAlternative, root.ToString(), marks);
    }

    private Pen Add(Pen pen)
    {
        shapes.Add(pen.Group);
        return pen;
    }
}
