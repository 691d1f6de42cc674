namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>How the readings of one kind look: a colour and a shape, so that nothing depends on colour alone.</summary>
/// <remarks>
/// Of the eight colours that Okabe and Ito chose to be told apart with any kind of colour vision (M. Okabe and K. Ito, Color Universal
/// Design, 2008, figure 16, https://jfly.uni-koeln.de/color/; the same table in B. Wong, Points of view: Color blindness, Nature Methods 8,
/// 441, 2011), these four have a contrast of 3 to 1 or more to a white page and to a dark one. Size is half the marker's width in user
/// units, Path its outline at size 1.
/// </remarks>
internal sealed record Look(string Paint, string Path, double Size = 6, bool IsHollow = false)
{
    /// <summary>The page's own colour of text, whatever it is.</summary>
    public const string Text = "currentColor";

    private const string Blue = "#0072B2";
    private const string Vermillion = "#D55E00";
    private const string Square = "M-1-1H1V1H-1Z";
    private const string Circle = "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z";

    private static readonly ImmutableArray<Look> Kinds =
        [new(Blue, Square), new("#009E73", "M0-1.2L1.2 1H-1.2Z"), new("#CC79A7", "M0-1.3L1.3 0L0 1.3L-1.3 0Z"), new(Vermillion, Circle)];

    /// <summary>The look of native code.</summary>
    public static Look Native { get; } = new(Text, Circle);

    /// <summary>The look of a limit, which is a line across the rows that it judges.</summary>
    public static Look Limit { get; } = new(Vermillion, "M-.2-1.3H.2V1.3H-.2Z");

    /// <summary>White or black: what can be read on the paint, at 4.5 to 1 or more (WCAG 2.2, success criterion 1.4.3).</summary>
    public string TextOnPaint => Paint == Blue ? "#FFFFFF" : "#000000";

    /// <summary>The look of a kind, from 0. After the fourth the shapes are hollow, after the eighth they come again.</summary>
    public static Look OfKind(int number) => Kinds[number % Kinds.Length] with { IsHollow = number / Kinds.Length % 2 == 1 };

    /// <summary>The look of a bar: colours as of kinds, and a square in the legend.</summary>
    public static Look OfBar(int number) => OfKind(number) with { Path = Square };
}
