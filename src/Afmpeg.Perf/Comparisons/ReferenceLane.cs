using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// Which lane of its job a lane is divided by when two runs are compared, so that what the host does within an hour cancels (between days: Tolerances.ReferenceTime). It is native-portable where the job
/// has it: one thread and no assembly, as a module's, so that its rounds scatter half as much as native's (2.4 % against 5.5 % a round in
/// docs/report) and a quarter of the rounds tells the same. Else it is native. native-portable itself is held against native-1t, whose
/// rounds scatter less than native's: a portable build that has become slower then shows as itself, and not only as modules that gained.
/// </summary>
public static class ReferenceLane
{
    /// <summary>The lane that a lane is divided by.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="ofJob">The lanes of its job in that run.</param>
    /// <returns>The reference; null where the lane is the only reference that its job has.</returns>
    public static Lane? Of(Lane lane, IReadOnlyCollection<Lane> ofJob)
    {
        Lane[] preferred = lane == Lane.NativePortable ? [Lane.NativeOneThread, Lane.Native] : [Lane.NativePortable, Lane.Native];
        return preferred.FirstOrDefault(candidate => candidate != lane && ofJob.Contains(candidate));
    }

    /// <summary>Whether a lane with all threads, whose noise the A/A pair tells, is one of the two of a case's ratios.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>True for native and other programs with all threads, and for what is divided by native.</returns>
    public static bool IsOfNative(CaseExtract entry) =>
        ((string?[])[entry.Reference, LaneOf(entry)]).OfType<string>()
            .Any(lane => !lane.Contains('+', StringComparison.Ordinal) && lane != Lane.NativeOneThread.Name && lane != Lane.NativePortable.Name);

    /// <summary>The case that a case is divided by.</summary>
    /// <param name="entry">The case.</param>
    /// <returns>Its id; null where its job has none.</returns>
    public static string? IdOf(CaseExtract entry) => entry.Reference is null ? null : $"{entry.Id[..^LaneOf(entry).Length]}{entry.Reference}";

    /// <summary>The case's time divided by its reference's, round by round.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="reference">What <see cref="Of"/> said.</param>
    /// <param name="ofJob">The cases of its job.</param>
    /// <returns>A ratio a round; empty where the case or its reference has no readings.</returns>
    public static ImmutableArray<double> Ratios(CaseSummary summary, Lane reference, IEnumerable<CaseSummary> ofJob) =>
        reference == Lane.NativePortable ? summary.PortableRatios
        : reference == Lane.Native ? summary.NativeRatios
        : [.. ofJob.Single(other => other.Case.Lane == reference).PortableRatios.Select(ratio => 1 / ratio)];

    private static string LaneOf(CaseExtract entry) => entry.Id[(entry.Id.LastIndexOf('/') + 1)..];
}
