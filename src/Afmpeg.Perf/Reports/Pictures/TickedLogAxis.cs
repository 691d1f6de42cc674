using System.Collections.Immutable;
using OxyPlot.Axes;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A logarithmic axis with the ticks of <see cref="Ticks.Logarithmic"/>: OxyPlot's own are powers, or on a short axis none at all.</summary>
internal sealed class TickedLogAxis : LogarithmicAxis
{
    /// <summary>Where its ticks are; empty for those that people write without thinking.</summary>
    public ImmutableArray<double> At { get; init; } = [];

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        majorTickValues = [.. At.IsEmpty ? Ticks.Logarithmic(ActualMinimum, ActualMaximum) : At];
        majorLabelValues = majorTickValues;
        minorTickValues = [];
    }
}
