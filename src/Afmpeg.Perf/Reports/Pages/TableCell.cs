namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Number">What it is sorted by, unrounded; null where the cell is a text, or holds no reading.</param>
/// <param name="Tone">How a reader is to take it.</param>
public sealed record TableCell(string Text, double? Number = null, Tone Tone = Tone.Plain)
{
    /// <summary>A cell that is a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static implicit operator TableCell(string text) => FromString(text);

    /// <summary>A cell that is a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static TableCell FromString(string text) => new(text);

    /// <summary>A cell that is a whole number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The cell.</returns>
    public static TableCell Of(long number) => new($"{number}", number);
}
