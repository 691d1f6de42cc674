using System.Collections.Immutable;

namespace Afmpeg.Perf.Workloads;

/// <summary>One input of a job.</summary>
/// <param name="Options">What stands before its <c>-i</c>.</param>
/// <param name="Clip">The clip that it reads.</param>
public sealed record JobInput(ImmutableArray<string> Options, Clip Clip)
{
    /// <summary>What stands behind its <c>-i</c>, relative to the work folder.</summary>
    public string Location => $"{Job.MediaFolder}/{Clip.FileName}";
}
