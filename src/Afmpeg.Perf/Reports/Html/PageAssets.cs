using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>The style sheet and the script that report.html contains.</summary>
internal static class PageAssets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    /// <summary>How a content security policy names a text that an element may hold: 'sha256-47DEQpj8...', with its quotes.</summary>
    public static string SourceOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name) => $"\n{EmbeddedText.Read($"Reports.Html.{name}").ReplaceLineEndings("\n")}";
}

/// <summary>The content of a style or script element, which HTML reads without escapes. Never use it for a text from outside.</summary>
internal sealed class RawText : XText
{
    public RawText(string text)
        : base(text)
    {
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal))
        {
            throw new ArgumentException("The text would end its element", nameof(text));
        }
    }

    public override void WriteTo(XmlWriter writer) => writer.WriteRaw(Value);
}
