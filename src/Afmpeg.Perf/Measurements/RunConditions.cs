using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a run was measured with and on; kept with the run, so that a report made later never speaks of a later build.</summary>
/// <param name="Host">The machine.</param>
/// <param name="WorkParent">The folder in which work folders were made.</param>
/// <param name="WorkIsInMemory">Whether that folder lies in memory (tmpfs): disks are then no part of any time.</param>
/// <param name="Versions">Engines, packages and tools, in the order in which reports show them.</param>
/// <param name="Modules">The modules.</param>
/// <param name="NotMeasured">Lanes that could not run, with the reason.</param>
public sealed record RunConditions(
    Host Host,
    string WorkParent,
    bool WorkIsInMemory,
    ImmutableArray<ComponentVersion> Versions,
    ImmutableArray<ModuleFacts> Modules,
    ImmutableSortedDictionary<string, string> NotMeasured)
{
    /// <summary>What the run was given to do; null in files of a version that did not keep it.</summary>
    public RunInputs? Inputs { get; init; }

    /// <summary>The same without what tells who measured.</summary>
    /// <param name="personal">What is kept out.</param>
    /// <returns>The conditions.</returns>
    public RunConditions Without(Redaction personal) => this with
    {
        Versions = [.. Versions.Select(version => version with { Version = personal.Hide(version.Version) })],
        WorkParent = personal.Hide(WorkParent),
        NotMeasured = NotMeasured.ToImmutableSortedDictionary(lane => lane.Key, lane => personal.Hide(lane.Value), StringComparer.Ordinal),
    };

    /// <summary>Why a case's lane could not run.</summary>
    /// <param name="benchmarkCase">The case.</param>
    /// <returns>The reason; null where it could.</returns>
    public string? ReasonNotMeasured(BenchmarkCase benchmarkCase) => NotMeasured.GetValueOrDefault(benchmarkCase.Lane.Name);
}
