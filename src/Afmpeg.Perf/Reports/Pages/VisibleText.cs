using System.Globalization;
using System.Text;

namespace Afmpeg.Perf.Reports.Pages;

/// <summary>
/// The one place where text from outside becomes text of a page: characters that nobody sees must not change how the rest reads.
/// </summary>
public static class VisibleText
{
    // Not a character in XML, and nobody writes it.
    private const char FirstNonCharacter = '\uFFFE';

    /// <summary>
    /// Text of several lines, each cleaned by <see cref="Of"/> and ended by a line feed alone: a terminal must show it, not obey it.
    /// </summary>
    public static string OfLines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    /// <summary>
    /// Text on one line, with a space in place of each invisible character (terminal escapes, changes of writing direction) and U+FFFD in
    /// place of whatever is not a character, such as half of a surrogate pair.
    /// </summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings(" ").EnumerateRunes())
        {
            var isInvisible = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            visible.Append(isInvisible ? " " : rune.IsBmp && rune.Value >= FirstNonCharacter ? "\uFFFD" : rune.ToString());
        }

        return visible.ToString();
    }
}
