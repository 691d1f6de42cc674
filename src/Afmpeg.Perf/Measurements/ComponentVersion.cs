namespace Afmpeg.Perf.Measurements;

/// <summary>Something that took part in a run, and which version of it.</summary>
/// <param name="Name">An engine, a package or a tool; named once in a report.</param>
/// <param name="Version">Its version, as it says it itself.</param>
public sealed record ComponentVersion(string Name, string Version);
