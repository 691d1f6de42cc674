using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;
using Afmpeg.Perf.Reports.Pictures;
using static Afmpeg.Perf.Reports.Html.HtmlText;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>A picture as HTML: its drawing, which says the same in words to who does not see it, and its title.</summary>
internal static class HtmlPicture
{
    private const string Label = "aria-label";

    public static XElement Of(Picture picture)
    {
        var drawing = XElement.Parse(picture.Svg);
        drawing.SetAttributeValue("role", "img");
        if (drawing.Attribute($"{Label}ledby") is null)
        {
            drawing.SetAttributeValue(Label, VisibleText.Of(picture.Alternative));
        }

        // No heading's anchor has a capital.
        return new XElement("figure", new XAttribute("id", $"Picture-{picture.Id}"), drawing, new XElement("figcaption", Text(picture.Title)));
    }
}
