using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Afmpeg.Perf.Reports;

/// <summary>A report's JSON as the text of its file.</summary>
internal static class JsonText
{
    // Case ids hold a plus sign, which the default encoder writes as an escape: nobody would find them with grep.
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a file.</summary>
    /// <param name="root">What it says.</param>
    /// <returns>One JSON object, indented, with a line feed at its end.</returns>
    // A page may hold this text in a script element: a "<" can only stand inside a string, where its escape means the same.
    public static string Of(JsonObject root) => root.ToJsonString(Options).Replace("<", @"\u003C", StringComparison.Ordinal) + '\n';
}
