using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Workloads;

/// <summary>What the media library has for workloads, by id.</summary>
public sealed class MediaCatalog(IEnumerable<MediaItem> items)
{
    private readonly ImmutableSortedDictionary<string, MediaItem> items = items.ToImmutableSortedDictionary(item =>
        item.Id, item => item, StringComparer.Ordinal);

    /// <summary>The clip with this id.</summary>
    /// <exception cref="PerfException">No clip has it (exit status 2).</exception>
    public Clip Clip(string id, string workload) => Find<Clip>("clip", id, workload);

    /// <summary>The photograph with this id.</summary>
    /// <exception cref="PerfException">No photograph has it (exit status 2).</exception>
    public Still Still(string id, string workload) => Find<Still>("still", id, workload);

    /// <summary>The sound with this id.</summary>
    /// <exception cref="PerfException">No sound has it (exit status 2).</exception>
    public Sound Sound(string id, string workload) => Find<Sound>("sound", id, workload);

    private T Find<T>(string kind, string id, string workload)
        where T : MediaItem
    {
        if (items.GetValueOrDefault(id) is T found)
        {
            return found;
        }

        string[] known = [.. items.Values.OfType<T>().Select(item => item.Id)];
        throw new PerfException(ExitStatus.BadUsage, $"The workload {workload} needs a {kind} that media/manifest.json lacks")
        {
            Expected = $"a {kind} with the id {id}",
            Observed = known.Length == 0 ? $"no {kind}" : string.Join(", ", known),
            Remedy = $"give the {kind} its id back, or change the workload",
        };
    }
}
