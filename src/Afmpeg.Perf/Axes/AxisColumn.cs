namespace Afmpeg.Perf.Axes;

/// <summary>A column of an axis's table.</summary>
/// <param name="Key">Its name for programs, in camelCase.</param>
/// <param name="Header">What stands above it.</param>
/// <param name="Unit">The unit of its cells; empty where they have none or name it themselves.</param>
/// <param name="Legend">What it means.</param>
public sealed record AxisColumn(string Key, string Header, string Unit, string Legend);
