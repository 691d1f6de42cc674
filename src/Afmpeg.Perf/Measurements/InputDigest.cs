using System.Collections.Immutable;

namespace Afmpeg.Perf.Measurements;

/// <summary>Something that two runs must have in common to be compared.</summary>
/// <param name="Id">A medium's or a job's id.</param>
/// <param name="Digest">SHA-256 of the medium's file, or of the job's rendered arguments, in lower-case hexadecimal.</param>
/// <param name="Arguments">The job's rendered arguments; null for a medium, and in files of a version that kept the digest alone.</param>
public sealed record InputDigest(string Id, string Digest, ImmutableArray<string>? Arguments = null)
{
    /// <summary>As much of the digest as tells two apart in a message.</summary>
    internal string Short => Digest[..12];
}
