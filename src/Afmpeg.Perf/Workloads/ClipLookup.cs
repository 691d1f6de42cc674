using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Workloads;

/// <summary>Finds the clips that workloads name.</summary>
internal static class ClipLookup
{
    /// <summary>The clip with this id; a manifest that lacks it is told with the workload that needs it.</summary>
    public static Clip Named(this IReadOnlyDictionary<string, Clip> clips, string id, string workload) =>
        clips.TryGetValue(id, out var clip) ? clip : throw new PerfException(ExitStatus.BadUsage, $"The workload {workload} needs a clip that media/manifest.json lacks")
        {
            Expected = $"a clip with the id {id}",
            Observed = string.Join(", ", clips.Keys.Order(StringComparer.Ordinal)),
            Remedy = "give the clip its id back, or change the workload",
        };
}
