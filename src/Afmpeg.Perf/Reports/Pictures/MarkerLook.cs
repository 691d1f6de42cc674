using System.Collections.Immutable;
using OxyPlot;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>How the readings of one kind look: a paint and a shape, so that nothing depends on colour alone.</summary>
/// <param name="Paint">The paint.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Size">Half its width, in user units.</param>
/// <param name="IsHollow">Whether only its outline is drawn.</param>
internal sealed record MarkerLook(string Paint, MarkerType Shape, double Size = 7, bool IsHollow = false)
{
    /// <summary>How thick the outline of a hollow marker is.</summary>
    public const double Outline = 2;

    private static readonly ImmutableArray<MarkerLook> Kinds =
    [
        new(Palette.Blue, MarkerType.Square),
        new(Palette.Green, MarkerType.Triangle, Size: 8),
        new(Palette.Purple, MarkerType.Diamond, Size: 8),
        new(Palette.Vermillion, MarkerType.Circle),
    ];

    /// <summary>What has no kind: native code, or a reading alone.</summary>
    public static MarkerLook Plain { get; } = new(Palette.Text, MarkerType.Circle);

    /// <summary>The look of a kind.</summary>
    /// <param name="number">Its number, from 0. After the fourth the shapes are hollow, after the eighth they come again.</param>
    /// <returns>The look.</returns>
    public static MarkerLook Of(int number) => Kinds[number % Kinds.Length] with { IsHollow = number / Kinds.Length % 2 == 1 };
}
