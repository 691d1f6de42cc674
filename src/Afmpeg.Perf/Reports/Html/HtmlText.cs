using System.Collections.Frozen;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The one place where elements become HTML. Markup comes from elements alone, so no text can turn into markup.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> WithoutEnd = FrozenSet.Create("meta", "link", "br", "hr", "img", "col", "input", "wbr");

    // One line each, so that two reports can be compared line by line.
    private static readonly FrozenSet<string> OnTheirOwnLine = FrozenSet.Create(
        "head", "meta", "link", "title", "style", "script", "body", "main", "header", "nav", "section", "h1", "h2", "h3", "h4", "h5", "h6",
        "p", "ul", "li", "div", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr");

    private static readonly XmlWriterSettings Settings = new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None };

    /// <summary>Any text, for use in any element.</summary>
    public static XText Text(string text) => new(VisibleText.Of(text));

    /// <summary>The text of a document, from its root element.</summary>
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
            // HTML ignores the slash of a self-closing tag.
            element.Add("");
        }

        if (OnTheirOwnLine.Contains(name) && element.Parent is not null)
        {
            element.AddBeforeSelf("\n");
        }
    }
}
