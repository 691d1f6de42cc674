using System.Collections.Immutable;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A text of the page, run by run. It holds no markup: whatever its characters are, a reader sees them.</summary>
/// <param name="Runs">Its runs.</param>
public sealed record PageText(ImmutableArray<TextRun> Runs)
{
    /// <summary>A plain text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static implicit operator PageText(string text) => FromString(text);

    /// <summary>A plain text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text.</returns>
    public static PageText FromString(string text) => new([new TextRun(text)]);

    /// <summary>A text that begins with a stressed one.</summary>
    /// <param name="stressed">What is stressed.</param>
    /// <param name="rest">What follows.</param>
    /// <returns>The text.</returns>
    public static PageText Strong(string stressed, string rest = "") => new([new TextRun(stressed, TextStyle.Strong), new TextRun(rest)]);

    /// <summary>A text that begins with something to be typed, or to be found again, letter by letter.</summary>
    /// <param name="code">That.</param>
    /// <param name="rest">What follows.</param>
    /// <returns>The text.</returns>
    public static PageText Code(string code, string rest = "") => new([new TextRun(code, TextStyle.Code), new TextRun(rest)]);
}
