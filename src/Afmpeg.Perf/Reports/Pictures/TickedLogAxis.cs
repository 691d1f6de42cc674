using OxyPlot.Axes;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A logarithmic axis with the ticks of <see cref="Ticks.Logarithmic"/>: OxyPlot's own are powers, or on a short axis none at all.</summary>
internal sealed class TickedLogAxis : LogarithmicAxis
{
    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        majorTickValues = [.. Ticks.Logarithmic(ActualMinimum, ActualMaximum)];
        majorLabelValues = majorTickValues;
        minorTickValues = [];
    }
}
