using System.Security.Cryptography;
using System.Text;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Reports.Html;

/// <summary>What report.html carries within itself, each a file beside this one.</summary>
internal static class PageAssets
{
    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>How a content security policy names the one text that an element may hold.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Such as 'sha256-47DEQpj8...', in its quotes.</returns>
    public static string SourceOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name) => $"\n{EmbeddedText.Read($"Reports.Html.{name}").ReplaceLineEndings("\n")}";
}
