using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Draws in one colour. All that a pen draws is one group of the SVG, which says its title when pointed at.</summary>
internal sealed class Pen
{
    /// <summary>Creates a pen. Without a kind, which is the group's class, it only decorates and has no title.</summary>
    public Pen(string paint, string? kind = null, string title = "") => Group = new XElement(
        Canvas.Svg + "g",
        new XAttribute("fill", paint),
        new XAttribute("stroke", paint),
        kind is null ? null : new XAttribute("class", kind),
        kind is null ? null : new XElement(Canvas.Svg + "title", VisibleText.Of(title)));

    /// <summary>What it drew.</summary>
    public XElement Group { get; }

    /// <summary>Draws a line through points.</summary>
    public Pen Line(IEnumerable<(double X, double Y)> points, double thickness, bool isDashed = false) => Add(
        "polyline",
        ("points", string.Join(' ', points.Select(point => $"{point.X:0.##},{point.Y:0.##}"))),
        ("fill", "none"),
        ("stroke-width", $"{thickness:0.##}"),
        ("stroke-dasharray", isDashed ? "6 4" : null));

    /// <summary>Draws a bar with an outline, so that bars beside each other are told apart.</summary>
    public Pen Bar(double from, double to, double top, double height) => Add(
        "rect",
        ("x", $"{Math.Min(from, to):0.##}"),
        ("y", $"{top:0.##}"),
        ("width", $"{Math.Abs(to - from):0.##}"),
        ("height", $"{height:0.##}"),
        ("stroke", Look.Text));

    /// <summary>Draws a marker.</summary>
    public Pen Marker(Look look, double x, double y) => Add(
        "path",
        ("d", look.Path),
        ("transform", $"translate({x:0.##} {y:0.##}) scale({look.Size:0.##})"),
        ("fill", look.IsHollow ? "none" : null),
        ("stroke-width", look.IsHollow ? $"{2 / look.Size:0.###}" : "0"));

    /// <summary>Draws an interval as a line, where it has a length, and its value as a marker upon it.</summary>
    public Pen Interval(Look look, (double X, double Y) low, (double X, double Y) value, (double X, double Y) high) =>
        (low == high ? this : Line([low, high], thickness: 3.5)).Marker(look, value.X, value.Y);

    // Attributes, not styles: a page may forbid styles of elements.
    private Pen Add(string shape, params (string Name, string? Value)[] attributes)
    {
        Group.Add(new XElement(
            Canvas.Svg + shape, attributes.Where(each => each.Value is not null).Select(each => new XAttribute(each.Name, each.Value!))));
        return this;
    }
}
