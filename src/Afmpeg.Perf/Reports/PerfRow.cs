using System.Collections.Immutable;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports;

/// <summary>A lane's row of the perf table.</summary>
/// <param name="Summary">The case that it shows.</param>
/// <param name="Cells">A cell per column.</param>
public sealed record PerfRow(CaseSummary Summary, ImmutableArray<PerfCell> Cells);
