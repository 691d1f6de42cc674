namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// The paints of the pictures. Of the eight colours that Okabe and Ito chose to be told apart with any kind of colour vision (M. Okabe and
/// K. Ito, Color Universal Design, 2008, figure 16, https://jfly.uni-koeln.de/color/; the same table in B. Wong, Points of view: Color
/// blindness, Nature Methods 8, 441, 2011), these four have a contrast of 3 to 1 or more to a white page and to a dark one.
/// </summary>
internal static class Palette
{
    /// <summary>The page's own colour of text, whatever it is.</summary>
    public const string Text = "currentColor";

    /// <summary>Okabe and Ito's blue: 0, 114, 178.</summary>
    public const string Blue = "#0072B2";

    /// <summary>Okabe and Ito's vermillion: 213, 94, 0.</summary>
    public const string Vermillion = "#D55E00";

    /// <summary>Okabe and Ito's bluish green: 0, 158, 115.</summary>
    public const string Green = "#009E73";

    /// <summary>Okabe and Ito's reddish purple: 204, 121, 167.</summary>
    public const string Purple = "#CC79A7";

    /// <summary>Text on a fill of <see cref="Blue"/>; on the other three black has the higher contrast.</summary>
    public const string White = "#FFFFFF";

    /// <summary>Text on a fill of the other three.</summary>
    public const string Black = "#000000";

    /// <summary>What can be read on a fill, at 4.5 to 1 or more (WCAG 2.2, success criterion 1.4.3).</summary>
    /// <param name="fill">One of the four colours.</param>
    /// <returns>White or black.</returns>
    public static string On(string fill) => fill == Blue ? White : Black;
}
