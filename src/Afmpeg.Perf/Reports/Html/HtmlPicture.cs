using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>A picture as HTML: its drawing, its title, and the same in words for who cannot see it.</summary>
internal static class HtmlPicture
{
    public static XElement Of(Picture picture)
    {
        var drawing = XElement.Parse(picture.Svg);
        drawing.SetAttributeValue("role", "img");
        drawing.SetAttributeValue("aria-label", VisibleText.Of(picture.Alternative));
        return new XElement(
            "figure",
            new XAttribute("id", $"picture-{picture.Id}"),
            new XElement("div", new XAttribute("class", "picture"), drawing),
            new XElement("figcaption", Text(picture.Title)));
    }
}
