using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The one place where elements become HTML. Markup is made of elements alone, so that no text can become any.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> WithoutEnd = FrozenSet.Create("meta", "link", "br", "hr", "img", "col", "input", "wbr");

    // A line each, so that two reports can be compared line by line.
    private static readonly FrozenSet<string> OnTheirOwnLine = FrozenSet.Create(
        "head", "meta", "link", "title", "style", "script", "body", "main", "header", "nav", "section", "h1", "h2", "h3", "h4", "h5", "h6",
        "p", "ul", "li", "div", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr");

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };

    /// <summary>Text from outside, as it is to be read.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, which may stand in any element.</returns>
    public static XText Text(string text) => new(VisibleText.Of(text));

    /// <summary>A document.</summary>
    /// <param name="html">Its root.</param>
    /// <returns>The document's text.</returns>
    public static string Document(XElement html)
    {
        foreach (var element in html.DescendantsAndSelf().Where(element => element.Name.Namespace == XNamespace.None).ToArray())
        {
            Prepare(element);
        }

        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, Settings))
        {
            html.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private static void Prepare(XElement element)
    {
        var name = element.Name.LocalName;
        if (element.IsEmpty && !WithoutEnd.Contains(name))
        {
            // In HTML an element that ends in its own tag has not ended.
            element.Add("");
        }

        if (OnTheirOwnLine.Contains(name) && element.Parent is not null)
        {
            element.AddBeforeSelf("\n");
        }
    }
}
