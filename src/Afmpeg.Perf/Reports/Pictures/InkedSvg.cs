using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// Makes of OxyPlot's drawing a picture for pages: inks in the place of its colours, what was drawn in one ink in a group that can be
/// pointed at, a size that is its container's, a title and a description.
/// </summary>
internal static class InkedSvg
{
    private const string Founts = "Arial, Helvetica, 'Liberation Sans', sans-serif";

    // In a page the picture has the page's colours. Alone, or as the img of another page, it is a document of which it is the root, and needs a ground of its own.
    private const string Alone = "svg:root{color:#1f2328;background:#ffffff}@media(prefers-color-scheme:dark){svg:root{color:#e6e8eb;background:#16181d}}";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture's element.</summary>
    /// <param name="drawn">What OxyPlot drew.</param>
    /// <param name="picture">Its id, title and alternative.</param>
    /// <param name="width">The width that it was drawn in.</param>
    /// <param name="height">The height that it was drawn in.</param>
    /// <param name="inks">The inks, by the number that their colour is.</param>
    /// <returns>One svg element.</returns>
    public static string Of(string drawn, Picture picture, double width, double height, IReadOnlyList<Ink> inks)
    {
        var (title, description) = ($"{picture.Id}-title", $"{picture.Id}-description");
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width:0.##} {height:0.##}")),
            new XAttribute("width", "100%"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{title} {description}"),
            new XAttribute("font-family", Founts),
            new XElement(Svg + "title", new XAttribute("id", title), picture.Title),
            new XElement(Svg + "desc", new XAttribute("id", description), picture.Alternative),
            new XElement(Svg + "style", Alone));
        var groups = new Dictionary<Ink, XElement>(ReferenceEqualityComparer.Instance);

        // What OxyPlot clips to its axes lies within them, markers at their edges apart, which are to be seen whole.
        foreach (var shape in XElement.Parse(drawn).Descendants().Where(element => !element.HasElements && element.Ancestors(Svg + "defs").FirstOrDefault() is null))
        {
            if (Dye(shape, inks) is { } ink)
            {
                Place(root, groups, ink, shape);
            }
        }

        return root.ToString();
    }

    private static void Place(XElement root, Dictionary<Ink, XElement> groups, Ink ink, XElement shape)
    {
        if (ink.Class is null)
        {
            root.Add(shape);
            return;
        }

        if (!groups.TryGetValue(ink, out var group))
        {
            group = new XElement(Svg + "g", new XAttribute("class", ink.Class), new XElement(Svg + "title", PlainText.Of(ink.Title ?? "")));
            groups.Add(ink, group);
            root.Add(group);
        }

        group.Add(shape);
    }

    // Attributes take the place of its style: a page may forbid those, and its own styles win over attributes.
    private static Ink? Dye(XElement shape, IReadOnlyList<Ink> inks)
    {
        foreach (var declaration in ((string?)shape.Attribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = declaration.Split(':', 2);
            shape.SetAttributeValue(parts[0], parts[1]);
        }

        shape.SetAttributeValue("style", null);
        shape.SetAttributeValue("font-family", null);
        var dyes = ((string[])["fill", "stroke"]).Select(part => Dye(shape, part, inks)).OfType<Ink>().ToImmutableArray();
        return dyes.FirstOrDefault(ink => ink.Class is not null) ?? dyes.FirstOrDefault();
    }

    private static Ink? Dye(XElement shape, string part, IReadOnlyList<Ink> inks)
    {
        if ((string?)shape.Attribute(part) is not { } colour || !colour.StartsWith("rgb(", StringComparison.Ordinal))
        {
            return null;
        }

        var ink = inks[colour[4..^1].Split(',').Aggregate(0, (number, level) => (number << 8) + int.Parse(level, CultureInfo.InvariantCulture)) - 1];
        shape.SetAttributeValue(part, ink.Paint);
        shape.SetAttributeValue($"{part}-opacity", ink.Opacity < 1 ? ink.Opacity.ToString(CultureInfo.InvariantCulture) : null);
        return ink;
    }
}
