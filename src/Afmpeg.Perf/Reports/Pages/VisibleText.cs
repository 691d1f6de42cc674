using System.Globalization;
using System.Text;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>The one place where text from outside becomes text of a page: what cannot be seen must not change how the rest is read.</summary>
public static class VisibleText
{
    // No character of XML, and none that anybody writes.
    private const char FirstNoCharacter = '\uFFFE';

    /// <summary>Text of several lines, each of them as <see cref="Of"/> makes it: a terminal must show what is from outside, not obey it.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text, its lines ended by line feeds alone.</returns>
    public static string OfLines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    /// <summary>Text on one line, without characters that are not seen: a terminal's escapes, changes of writing direction.</summary>
    /// <param name="text">Any text, halves of surrogate pairs included.</param>
    /// <returns>The text, a space in place of each such character; U+FFFD in place of what is no character.</returns>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            var isUnseen = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            visible.Append(isUnseen ? " " : rune.IsBmp && rune.Value >= FirstNoCharacter ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }
}
