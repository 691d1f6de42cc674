namespace Afmpeg.Perf.Reports.Pages;

/// <summary>A column of a table.</summary>
/// <param name="Header">What stands above it.</param>
/// <param name="Unit">The unit of its cells, where they do not name it themselves; null where there is none.</param>
public sealed record TableColumn(string Header, string? Unit = null);
