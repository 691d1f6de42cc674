using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a run was given to do: runs that differ in it measure different work, whatever their cases are called.</summary>
/// <param name="Media">Each clip, photograph and sound with the checksum of its file, by id.</param>
/// <param name="Jobs">Each job with the digest of its arguments, by id.</param>
public sealed record RunInputs(ImmutableArray<InputDigest> Media, ImmutableArray<InputDigest> Jobs)
{
    /// <summary>The inputs of a plan.</summary>
    /// <returns>The inputs; media that no job reads are left out.</returns>
    public static RunInputs Of(ImmutableArray<Job> jobs, Func<string, string> checksumOf) => new(
        [
            .. jobs.SelectMany(job => job.Inputs).Select(input => input.Item.Id).Distinct().Order(StringComparer.Ordinal)
                .Select(id => new InputDigest(id, checksumOf(id))),
        ],
        [.. jobs.Select(job => new InputDigest(job.Id, DigestOf(Arguments(job)), Arguments(job)))]);

    // With one thread: how many threads a lane may use is the lane's matter. A batch's arguments are those of its jobs.
    private static ImmutableArray<string> Arguments(Job job) => [.. job.Each().SelectMany(single => single.Arguments(ThreadMode.One))];

    private static string DigestOf(ImmutableArray<string> arguments) => TextHash.Of(string.Join('\n', arguments));
}
