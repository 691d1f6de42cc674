using System.Xml;
using System.Xml.Linq;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The style sheet and the script of the page: HTML reads what is in these two elements letter by letter, and knows no escapes there.</summary>
internal sealed class RawText : XText
{
    /// <summary>Takes the text as it is.</summary>
    /// <param name="text">The text; never one from outside.</param>
    public RawText(string text)
        : base(text)
    {
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal))
        {
            throw new ArgumentException("The text would end its element", nameof(text));
        }
    }

    /// <inheritdoc/>
    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}
