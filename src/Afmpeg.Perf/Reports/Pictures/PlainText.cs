using System.Text;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Text from outside (clips, lanes, reasons) as a picture can hold it; that it is no markup is the XML writer's business.</summary>
internal static class PlainText
{
    // What no fount of a browser's sans-serif exceeds on the average of a name: the widest met is DejaVu Sans, with 0.6 em.
    private const double EmsOfLetter = 0.6;

    // Ideographs and pictograms are as wide as they are high.
    private const double EmsOfOther = 1;

    /// <summary>The text on one line, without what is invisible or no character of XML.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text.</returns>
    public static string Of(string text) => string.Join(' ', VisibleText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How wide a text may become, in user units.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fontSize">Its size.</param>
    /// <returns>The width that no usual fount exceeds.</returns>
    public static double WidthOf(string text, double fontSize) => fontSize * text.EnumerateRunes().Sum(Ems);

    /// <summary>The text where it fits, else its beginning and its end: what differs between lanes is often at either.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How wide it may be, in user units.</param>
    /// <param name="fontSize">Its size.</param>
    /// <returns>The text, shortened in its middle.</returns>
    public static string Fit(string text, double width, double fontSize)
    {
        var plain = Of(text);
        var letters = plain.EnumerateRunes().ToArray();
        for (var kept = letters.Length; kept > 1 && WidthOf(plain, fontSize) > width; kept--)
        {
            plain = $"{string.Concat(letters[..((kept + 1) / 2)])}…{string.Concat(letters[^(kept / 2)..])}";
        }

        return plain;
    }

    /// <summary>The id of one of several pictures of a kind.</summary>
    /// <param name="id">The kind.</param>
    /// <param name="index">The picture's place among them, from 0.</param>
    /// <returns>The kind itself for the first; with a number for others.</returns>
    public static string Numbered(string id, int index) => index == 0 ? id : $"{id}-{index + 1}";

    private static double Ems(Rune letter) => letter.Value < 0x2E80 ? EmsOfLetter : EmsOfOther;
}
