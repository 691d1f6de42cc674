using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports;

/// <summary>A column of the perf table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Unit">The unit of its cells; empty where they have none or name it themselves.</param>
/// <param name="Legend">What it means.</param>
/// <param name="Cell">A case's cell, or why there is none.</param>
/// <param name="WasmOnly">Whether it has no meaning for a native lane, which then shows a dash.</param>
/// <param name="LossyOnly">Whether it has no meaning where no picture is encoded with loss, which then shows a dash.</param>
/// <param name="Number">What a cell that holds a reading is sorted by, as report.json has it; null for a column of texts.</param>
public sealed record PerfColumn(
    string Header,
    string Unit,
    string Legend,
    Func<CaseSummary, Reading<string>> Cell,
    bool WasmOnly = false,
    bool LossyOnly = false,
    Func<CaseSummary, Reading<double>>? Number = null);
