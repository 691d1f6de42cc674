using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Pictures;
using Afmpeg.Perf.Running;

namespace Afmpeg.Perf.SelfTests.Rules.Reports.Pictures;

/// <summary>A picture, taken apart for rules to look at.</summary>
internal sealed class DrawnPicture(Picture picture)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Lazy<RunReport> Kept = new(() => RecordedRun.Read(TestSettings.ForRun(ImmutableHashSet<string>.Empty) with
    {
        Output = Repository.PathOf("docs", "report"),
    }).Report);

    /// <summary>The committed report.</summary>
    public static RunReport Committed => Kept.Value;

    /// <summary>The picture.</summary>
    public Picture Picture => picture;

    /// <summary>Its element.</summary>
    public XElement Root { get; } = XElement.Parse(picture.Svg);

    /// <summary>What its marks say when pointed at, in their order.</summary>
    public ImmutableArray<string> Marks => Titles("mark");

    /// <summary>What its guides say.</summary>
    public ImmutableArray<string> Guides => Titles("guide");

    /// <summary>Its texts, in their order.</summary>
    public ImmutableArray<string> Texts => [.. Root.Descendants(Svg + "text").Select(text => text.Value)];

    /// <summary>A picture of a run by its id.</summary>
    public static DrawnPicture Of(RunReport report, string id) => new(PictureCatalog.Of(report).Should().ContainSingle(drawn => drawn.Id == id).Subject);

    /// <summary>The shapes of the mark or guide whose title begins so.</summary>
    public ImmutableArray<XElement> Shapes(string title) =>
        [.. Root.Elements(Svg + "g").Single(group => Title(group).StartsWith(title, StringComparison.Ordinal)).Elements().Where(shape => shape.Name != Svg + "title")];

    /// <summary>The points of a line, or of a polygon's corners.</summary>
    public static ImmutableArray<(double X, double Y)> Points(XElement shape) =>
    [
        .. ((string)shape.Attribute("points")!).Split(' ').Select(point => point.Split(','))
            .Select(point => (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Where the labels of the bottom axis lie, by their numbers.</summary>
    public ImmutableDictionary<double, double> BottomTicks() =>
        Labels("middle", "hanging").ToImmutableDictionary(text => double.Parse(text.Value, CultureInfo.InvariantCulture), text => At(text).X);

    /// <summary>Where the labels of the only left axis lie, by their numbers.</summary>
    public ImmutableDictionary<double, double> LeftTicks() =>
        Labels("end", "middle").ToImmutableDictionary(text => double.Parse(text.Value, CultureInfo.InvariantCulture), text => At(text).Y);

    /// <summary>Where a text is.</summary>
    public static (double X, double Y) At(XElement text)
    {
        var parts = ((string)text.Attribute("transform")!).Replace("translate(", "", StringComparison.Ordinal).TrimEnd(')').Split(',');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Every line and polygon.</summary>
    public IEnumerable<XElement> Lines() => Root.Descendants().Where(shape => shape.Attribute("points") is not null);

    /// <summary>Where each text is, by the widths of Arial, whose letters are half as wide as high on the average, and a fifth more.</summary>
    public ImmutableArray<TextBox> Boxes() => [.. Root.Descendants(Svg + "text").Select(Box)];

    private IEnumerable<XElement> Labels(string anchor, string baseline) => Root.Elements(Svg + "text")
        .Where(text => (string?)text.Attribute("text-anchor") == anchor && (string?)text.Attribute("dominant-baseline") == baseline);

    private static TextBox Box(XElement text)
    {
        var size = double.Parse((string)text.Attribute("font-size")!, CultureInfo.InvariantCulture);
        var ((x, y), width) = (At(text), text.Value.Length * size * 0.5 * 1.2);
        var left = x - (width * (string?)text.Attribute("text-anchor") switch { "start" => 0, "middle" => 0.5, _ => 1 });
        var top = y - (size * (string?)text.Attribute("dominant-baseline") switch { "hanging" => 0, "middle" => 0.5, _ => 0.75 });
        return new TextBox(text.Value, left, left + width, top, top + (size * 0.9));
    }

    private ImmutableArray<string> Titles(string kind) => [.. Root.Elements(Svg + "g").Where(group => (string?)group.Attribute("class") == kind).Select(Title)];

    private static string Title(XElement group) => group.Element(Svg + "title")!.Value;
}
