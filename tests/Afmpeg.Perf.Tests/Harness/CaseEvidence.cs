using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>The readings of a case that its row shows, whether it passes, fails or is skipped.</summary>
public static class CaseEvidence
{
    /// <summary>A line per reading, with its interval, or why there is none.</summary>
    public static ImmutableArray<string> Of(CaseSummary summary) =>
    [
        $"{summary.Case.Id}: {summary.Rounds} rounds count",
        .. (ImmutableArray<string>)(summary.Failure is { } failure ? [$"failed: {failure}"] : []),
        .. summary.Incidents.Select(incident => $"incident: {incident}"),
        .. (ImmutableArray<string>)(summary.OutlyingRounds.IsEmpty ? []
            : [$"outliers, which count: rounds {string.Join(", ", summary.OutlyingRounds)}"]),
        $"native multiple: {Text(summary.NativeMultiple, Show)}",
        $"against native-portable: {Text(summary.PortableMultiple, Show)}",
        $"realtime factor: {Text(summary.RealtimeFactor, Show)}",
        $"largest resident set: {Text(summary.PeakResident, peak => $"{new ByteCount((long)peak.Value)}")}",
        $"output: {Text(summary.OutputSize, size => $"{size.Bytes} bytes")}",
        $"frames: {Text(summary.Frames, frames => $"{frames}, expected {summary.Case.Job.Expected.Frames}")}",
        $"digest of the frames: {Text(summary.FramesDigest, digest => digest)}",
        $"equals native-portable: {Text(summary.EqualsPortable, equal => equal ? "yes" : "no")}",
    ];

    private static string Text<T>(Reading<T> reading, Func<T, string> show) => reading.Show(show, reason => $"not measured: {reason}");

    private static string Show(Estimate estimate) => $"{estimate}, n = {estimate.Count}, level {estimate.Level:0.000}";
}
