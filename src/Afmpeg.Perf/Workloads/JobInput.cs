using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>One input of a job.</summary>
/// <param name="Options">What stands before its <c>-i</c>.</param>
/// <param name="Item">The clip, photograph or sound that it reads.</param>
public sealed record JobInput(ImmutableArray<string> Options, MediaItem Item)
{
    /// <summary>What stands behind its <c>-i</c>, relative to the work folder.</summary>
    public string Location => $"{Job.MediaFolder}/{Item.FileName}";
}
