namespace Afmpeg.Perf.Measurements;

/// <summary>Something that two runs must have in common to be compared.</summary>
/// <param name="Id">A medium's or a job's id.</param>
/// <param name="Digest">SHA-256 of the medium's file, or of the job's rendered arguments, in lower-case hexadecimal.</param>
public sealed record InputDigest(string Id, string Digest);
