using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>A picture, taken apart for rules to look at.</summary>
internal sealed class DrawnPicture(Picture picture)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public Picture Picture => picture;

    public XElement Root { get; } = XElement.Parse(picture.Svg);

    public IEnumerable<XElement> TextElements => Root.Descendants(Svg + "text");

    public ImmutableArray<string> Texts => [.. TextElements.Select(text => text.Value)];

    /// <summary>What its marks say when pointed at, in their order.</summary>
    public ImmutableArray<string> Marks => Titles("mark");

    /// <summary>What its guides say.</summary>
    public ImmutableArray<string> Guides => Titles("guide");

    public static DrawnPicture Of(RunReport report, string id) =>
        new(PictureCatalog.Of(report).Should().ContainSingle(drawn => drawn.Id == id).Subject);

    /// <summary>The shapes of the mark or guide whose title begins so.</summary>
    public ImmutableArray<XElement> Shapes(string title) => [.. Group(title).Elements().Where(shape => shape.Name != Svg + "title")];

    /// <summary>Where the marker of a mark lies, and how large it is.</summary>
    public (double X, double Y, double Size) Marker(string title) => Place(Shapes(title).Last());

    /// <summary>Where a marker lies, and how large it is.</summary>
    public static (double X, double Y, double Size) Place(XElement marker)
    {
        var numbers = ((string)marker.Attribute("transform")!)
            .Split(["translate(", " ", ") scale(", ")"], StringSplitOptions.RemoveEmptyEntries);
        return (Parse(numbers[0]), Parse(numbers[1]), Parse(numbers[2]));
    }

    /// <summary>Where the bar of a mark begins and ends.</summary>
    public (double From, double To) Bar(string title)
    {
        var bar = Shapes(title).Should().ContainSingle().Subject;
        return (Number(bar, "x"), Number(bar, "x") + Number(bar, "width"));
    }

    /// <summary>The points of a line.</summary>
    public static ImmutableArray<(double X, double Y)> Points(XElement line) =>
    [
        .. ((string)line.Attribute("points")!).Split(' ').Select(point => point.Split(','))
            .Select(point => (Parse(point[0]), Parse(point[1]))),
    ];

    public static double Number(XElement shape, string name) => Parse((string)shape.Attribute(name)!);

    /// <summary>Where the labels of the bottom axis lie, by their numbers.</summary>
    public ImmutableDictionary<double, double> BottomTicks() =>
        Ticks("middle").ToImmutableDictionary(text => Parse(text.Value), text => Number(text, "x"));

    /// <summary>Where a number of the left axis lies, by its labels.</summary>
    public double Height(double number)
    {
        const double BelowMiddle = 16 / 3.0;
        var ticks = Ticks("end").Where(text => Number(text, "x") < 60)
            .ToDictionary(text => Parse(text.Value), text => Number(text, "y") - BelowMiddle);
        var (low, high) = (ticks.Keys.Min(), ticks.Keys.Max());
        return ticks[low] + ((ticks[high] - ticks[low]) * (number - low) / (high - low));
    }

    /// <summary>Every line.</summary>
    public IEnumerable<XElement> Lines() => Root.Descendants(Svg + "polyline");

    /// <summary>Where a text is, in a font as wide as those that browsers fall back to.</summary>
    public static (string Text, double Left, double Right, double Top, double Bottom) Box(XElement text)
    {
        const double Size = 16;
        var (x, y, width) = (Number(text, "x"), Number(text, "y"), Size * text.Value.Sum(Ems));
        var left = x - (width * (string?)text.Attribute("text-anchor") switch { "start" => 0, "middle" => 0.5, _ => 1 });
        return (text.Value, left, left + width, y - (0.75 * Size), y + (0.15 * Size));
    }

    // Widths of DejaVu Sans, the widest of the usual fonts.
    private static double Ems(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 'I' => 0.3,
        ' ' or '.' or ',' or ':' or '/' or '-' => 0.36,
        '[' or ']' or '(' or ')' or 't' or 'f' or 'r' => 0.41,
        'm' or 'w' or 'M' or 'W' or '+' or '×' => 0.99,
        >= 'A' and <= 'Z' => 0.79,
        _ => 0.64,
    };

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private IEnumerable<XElement> Ticks(string anchor) => TextElements
        .Where(text => (string?)text.Attribute("text-anchor") == anchor && (string?)text.Attribute("fill") == "currentColor")
        .Where(text => double.TryParse(text.Value, out _));

    private XElement Group(string title) =>
        Root.Elements(Svg + "g").Single(group => Title(group)?.StartsWith(title, StringComparison.Ordinal) == true);

    private ImmutableArray<string> Titles(string kind) =>
        [.. Root.Elements(Svg + "g").Where(group => (string?)group.Attribute("class") == kind).Select(group => Title(group)!)];

    private static string? Title(XElement group) => group.Element(Svg + "title")?.Value;
}
