using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What of a run is compared with another: a baseline file holds one, and any run has one.</summary>
[Description("A baseline: what of a run later runs on the same host are compared with. Written by afmpeg-perf accept.")]
public sealed record RunExtract
{
    /// <summary>The version of these fields, and of the formula of the host's fingerprint (2: with the processor's model); a reader refuses another.</summary>
    public const int CurrentSchema = 2;

    /// <summary>The version.</summary>
    public required int Schema { get; init; }

    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The fingerprint of the host.</summary>
    public required string Host { get; init; }

    /// <summary>The host in words.</summary>
    public required string Machine { get; init; }

    /// <summary>How far native was from itself on that host, as a fraction; null where it was not measured.</summary>
    public required double? NoiseFloor { get; init; }

    /// <summary>Media and settings; null for a run of a version that did not keep them.</summary>
    public required RunInputs? Inputs { get; init; }

    /// <summary>The modules.</summary>
    public required ImmutableArray<ModuleExtract> Modules { get; init; }

    /// <summary>The cases, job by job.</summary>
    public required ImmutableArray<CaseExtract> Cases { get; init; }

    /// <summary>What its modules executed; null where nothing was counted, and in a baseline file: operations are the same on every host and have a file of their own.</summary>
    [JsonIgnore]
    public OperationsExtract? Operations { get; init; }

    /// <summary>What of a run is compared.</summary>
    /// <param name="run">Its id.</param>
    /// <param name="conditions">What it was measured with and on.</param>
    /// <param name="floor">The host's noise floor.</param>
    /// <param name="cases">What its rows say.</param>
    /// <returns>The extract.</returns>
    public static RunExtract Of(string run, RunConditions conditions, Reading<NoiseFloor> floor, ImmutableArray<CaseSummary> cases) => new()
    {
        Schema = CurrentSchema,
        Run = run,
        Host = conditions.Host.Fingerprint,
        Machine = conditions.Host.Machine,
        NoiseFloor = floor.TryGet(out var known) ? Math.Round(known.Fraction, 4) : null,
        Inputs = conditions.Inputs,
        Modules = [.. conditions.Modules.Select(module => new ModuleExtract(module.Build, module.Flavour, module.Size.Bytes, module.Sha256))],
        Cases = [.. cases.GroupBy(summary => summary.Case.Job.Id).SelectMany(ofJob => ofJob.Select(summary => CaseExtract.Of(summary, [.. ofJob])))],
    };

    /// <summary>The same without what its cases took: whether the machine was in another state is then not asked.</summary>
    /// <returns>The extract.</returns>
    public RunExtract WithoutTimes() => this with { Cases = [.. Cases.Select(entry => entry with { Seconds = null })] };
}
