namespace Afmpeg.Perf.Reports;

/// <summary>Why cells of a table hold no reading, or what else is to be told of its lanes; each reason stands under the table once.</summary>
/// <param name="Mark">What its cells are marked with: "(1)", or "-" where the column has no meaning for the lane; what it is about where it marks no cell: "native:", "outliers:".</param>
/// <param name="Reason">The reason, as it was recorded.</param>
public sealed record PerfFootnote(string Mark, string Reason);
