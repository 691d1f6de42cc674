using System.Text.Json.Serialization;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What is compared of a run: what has no noise. Times are compared where both share a core (SharedCore).</summary>
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

    /// <summary>The modules, the user's last.</summary>
    public required ImmutableArray<ModuleSnapshot> Modules { get; init; }

    /// <summary>The cases, job by job.</summary>
    public required ImmutableArray<CaseSnapshot> Cases { get; init; }

    /// <summary>What its modules executed; null where nothing was counted.</summary>
    public OperationsSnapshot? Operations { get; init; }

    /// <summary>The snapshot of a run by its id, without operations; lanes are those that the user brought, null for none.</summary>
    public static RunSnapshot Of(
        string run, RunConditions conditions, ImmutableArray<CaseSummary> cases, RecordedLanes? lanes = null)
    {
        var own = lanes?.Own.Modules.Select(module => new ModuleSnapshot(module.Name, module.Flavour, module.Bytes, module.Sha256));
        return new RunSnapshot
        {
            Run = run,
            Host = conditions.Host.Fingerprint,
            Machine = conditions.Host.Machine,
            Inputs = conditions.Inputs,
            Modules =
            [
                .. conditions.Modules.Select(module => new ModuleSnapshot(module.Build, module.Flavour, module.Size.Bytes, module.Sha256)),
                .. own ?? [],
            ],
            Cases = [.. cases.Select(CaseSnapshot.Of)],
        };
    }
}

/// <summary>
/// What is compared of a case. A field is null where there is no reading, and where it depends on the host's processor and not on the case
/// alone.
/// </summary>
/// <param name="Id">workload/subject/encoder-effort/lane.</param>
/// <param name="Failure">Why it failed: a wrong output, or runs that broke more than once; null where it did not.</param>
/// <param name="Frames">The output's video frames.</param>
/// <param name="OutputBytes">The output's size; null on lanes whose output depends on the processor.</param>
/// <param name="FramesDigest">The digest of the decoded frames; null as for the size.</param>
/// <param name="PsnrYDb">PSNR of the luma plane in dB; null as for the size, and where no picture is encoded with loss.</param>
public sealed record CaseSnapshot(string Id, string? Failure, int? Frames, long? OutputBytes, string? FramesDigest, double? PsnrYDb)
{
    /// <summary>The snapshot of a case.</summary>
    public static CaseSnapshot Of(CaseSummary summary)
    {
        var isHostFree = summary.Case.Lane.IsHostFree;
        return new CaseSnapshot(
            summary.Case.Id,
            summary.Failure,
            summary.Frames.TryGet(out var frames) ? frames : null,
            isHostFree && summary.OutputSize.TryGet(out var size) ? size.Bytes : null,
            isHostFree && summary.FramesDigest.TryGet(out var digest) ? digest : null,
            isHostFree && summary.Quality.TryGet(out var quality) ? quality.PsnrYDb : null);
    }
}

/// <summary>A module of a run.</summary>
/// <param name="Build">How it was compiled; the name of a module that the user brings.</param>
/// <param name="Flavour">gpl or lgpl.</param>
/// <param name="Bytes">Its size on disk; null for a user's module in a run of a version that did not keep it.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
public sealed record ModuleSnapshot(string Build, string Flavour, long? Bytes, string Sha256)
{
    /// <summary>flavour+build, as toolchain/products.json calls it.</summary>
    [JsonIgnore]
    public string Name => $"{Flavour}+{Build}";
}
