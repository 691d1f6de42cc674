using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>A cell of an axis's table: a text, a number with its interval, or why there is none.</summary>
/// <param name="Text">What people see.</param>
/// <param name="Number">The number in the column's unit, for programs; null where the cell is a text.</param>
public sealed record AxisCell(string Text, Reading<Estimate>? Number)
{
    /// <summary>A text.</summary>
    public static AxisCell Of(string text) => new(text, null);

    /// <summary>A number with its interval, shown as both unless <paramref name="show"/> says otherwise; or why there is none.</summary>
    public static AxisCell Of(Reading<Estimate> reading, Func<Estimate, string>? show = null) =>
        new(reading.Show(show ?? (estimate => estimate.ToString()), reason => $"not measured: {reason}"), reading);

    /// <summary>A number that is known exactly, or why there is none.</summary>
    public static AxisCell Exact(Reading<double> reading, Func<double, string> show) =>
        Of(reading.Select(EstimateArithmetic.Exact), estimate => show(estimate.Value));

    /// <summary>A number that is known exactly.</summary>
    public static AxisCell Exact(double number, string text) => new(text, Reading<Estimate>.Of(EstimateArithmetic.Exact(number)));

    /// <summary>A count.</summary>
    public static AxisCell Exact(int number) => Exact(number, $"{number}");
}
