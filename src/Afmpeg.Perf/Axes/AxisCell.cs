using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>A cell of an axis's table: a text, a number with its interval, or why there is none.</summary>
/// <param name="Text">What people see.</param>
/// <param name="Number">The number in the column's unit, for programs; null where the cell is a text.</param>
public sealed record AxisCell(string Text, Reading<Estimate>? Number)
{
    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cell.</returns>
    public static AxisCell Of(string text) => new(text, null);

    /// <summary>A number with its interval.</summary>
    /// <param name="reading">The number, or why there is none.</param>
    /// <param name="show">How it is shown; null for value and interval.</param>
    /// <returns>The cell.</returns>
    public static AxisCell Of(Reading<Estimate> reading, Func<Estimate, string>? show = null) =>
        new(reading.Show(show ?? (estimate => estimate.ToString()), reason => $"not measured: {reason}"), reading);

    /// <summary>A number that is known exactly.</summary>
    /// <param name="number">The number.</param>
    /// <param name="text">How it is shown.</param>
    /// <returns>The cell.</returns>
    public static AxisCell Exact(double number, string text) => new(text, Reading<Estimate>.Of(new Estimate(number, number, number, 1, Level: 1)));
}
