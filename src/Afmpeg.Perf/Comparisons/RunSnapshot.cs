using System.Collections.Immutable;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What of a run is compared with another: what has no noise. Times are compared where both share a core (SharedCore).</summary>
public sealed record RunSnapshot
{
    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The fingerprint of the host.</summary>
    public required string Host { get; init; }

    /// <summary>The host in words.</summary>
    public required string Machine { get; init; }

    /// <summary>Media and settings; null for a run of a version that did not keep them.</summary>
    public required RunInputs? Inputs { get; init; }

    /// <summary>The modules.</summary>
    public required ImmutableArray<ModuleSnapshot> Modules { get; init; }

    /// <summary>The cases, job by job.</summary>
    public required ImmutableArray<CaseSnapshot> Cases { get; init; }

    /// <summary>What its modules executed; null where nothing was counted.</summary>
    public OperationsSnapshot? Operations { get; init; }

    /// <summary>What of a run is compared.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="conditions">What it was measured with and on.</param>
    /// <param name="cases">What its rows say.</param>
    /// <returns>The extract.</returns>
    public static RunSnapshot Of(string run, RunConditions conditions, ImmutableArray<CaseSummary> cases) => new()
    {
        Run = run,
        Host = conditions.Host.Fingerprint,
        Machine = conditions.Host.Machine,
        Inputs = conditions.Inputs,
        Modules = [.. conditions.Modules.Select(module => new ModuleSnapshot(module.Build, module.Flavour, module.Size.Bytes, module.Sha256))],
        Cases = [.. cases.Select(CaseSnapshot.Of)],
    };
}
