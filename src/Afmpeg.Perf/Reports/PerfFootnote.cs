namespace Afmpeg.Perf.Reports;

/// <summary>Why cells of a table hold no reading; each reason stands under the table once.</summary>
/// <param name="Mark">What its cells are marked with: "(1)", or "-" where the column has no meaning for the lane.</param>
/// <param name="Reason">The reason, as it was recorded.</param>
public sealed record PerfFootnote(string Mark, string Reason);
