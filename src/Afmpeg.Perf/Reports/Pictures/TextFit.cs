using System.Text;
using Afmpeg.Perf.Reports.Pages;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Fits text into the width that a picture has for it, without knowing the reader's font.</summary>
internal static class TextFit
{
    /// <summary>How wide a text may become in the usual sans-serif fonts, in user units.</summary>
    public static double WidthOf(string text) => Canvas.FontSize * text.EnumerateRunes().Sum(Ems);

    /// <summary>The text where it fits, else its beginning and its end: lanes often differ at either.</summary>
    public static string Shorten(string text, double width)
    {
        var fitting = VisibleText.Of(text);
        var letters = fitting.EnumerateRunes().ToArray();
        for (var kept = letters.Length; kept > 1 && WidthOf(fitting) > width; kept--)
        {
            fitting = $"{string.Concat(letters[..((kept + 1) / 2)])}…{string.Concat(letters[^(kept / 2)..])}";
        }

        return fitting;
    }

    // The widest of the usual fonts is DejaVu Sans; ideographs and pictograms are as wide as they are high.
    private static double Ems(Rune letter) => letter.Value >= 0x2E80 ? 1
        : "ijl".Contains((char)letter.Value) ? 0.28
        : " .,:;'|/-[]()tfrI".Contains((char)letter.Value) ? 0.41
        : "mwMW@+×".Contains((char)letter.Value) ? 0.95
        : 0.65;
}
