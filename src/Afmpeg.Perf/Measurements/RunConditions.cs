using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a run was measured with and on; kept with the run, so that a report made later never speaks of a later build.</summary>
/// <param name="Host">The machine.</param>
/// <param name="WorkParent">The folder in which work folders were made.</param>
/// <param name="WorkIsInMemory">Whether that folder lies in memory (tmpfs): disks are then no part of any time.</param>
/// <param name="Versions">Engines, packages and tools, in the order in which reports show them.</param>
/// <param name="Modules">The modules.</param>
/// <param name="NotMeasured">Lanes that could not run, with the reason.</param>
public sealed record RunConditions(
    Host Host,
    string WorkParent,
    bool WorkIsInMemory,
    ImmutableArray<ComponentVersion> Versions,
    ImmutableArray<ModuleFacts> Modules,
    ImmutableSortedDictionary<string, string> NotMeasured)
{
    /// <summary>What the run was given to do; null in files of a version that did not keep it.</summary>
    public RunInputs? Inputs { get; init; }

    /// <summary>The same without anything that identifies who measured.</summary>
    public RunConditions Without(Redaction personal) => this with
    {
        Versions = [.. Versions.Select(version => version with { Version = personal.Hide(version.Version) })],
        WorkParent = personal.Hide(WorkParent),
        NotMeasured = NotMeasured.ToImmutableSortedDictionary(lane => lane.Key, lane => personal.Hide(lane.Value), StringComparer.Ordinal),
    };

    /// <summary>Why a case's lane could not run.</summary>
    /// <returns>The reason; null where it could.</returns>
    public string? ReasonNotMeasured(BenchmarkCase benchmarkCase) => NotMeasured.GetValueOrDefault(benchmarkCase.Lane.Name);
}

/// <summary>Something that took part in a run, and which version of it.</summary>
/// <param name="Name">An engine, a package or a tool; named once in a report.</param>
/// <param name="Version">Its version, as it says it itself.</param>
public sealed record ComponentVersion(string Name, string Version);

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

/// <summary>Something that two runs must have in common to be compared.</summary>
/// <param name="Id">A medium's or a job's id.</param>
/// <param name="Digest">SHA-256 of the medium's file, or of the job's rendered arguments, in lower-case hexadecimal.</param>
/// <param name="Arguments">The job's rendered arguments; null for a medium, and in files of a version that kept the digest alone.</param>
public sealed record InputDigest(string Id, string Digest, ImmutableArray<string>? Arguments = null)
{
    /// <summary>As much of the digest as distinguishes two in a message.</summary>
    internal string Short => Digest[..12];
}

/// <summary>What a report says of a module that was run.</summary>
/// <param name="Build">How it was compiled: Oz-shipped, O3-simd128, ...</param>
/// <param name="Flavour">Its licence flavour: gpl or lgpl.</param>
/// <param name="Size">The module as it lies on disk.</param>
/// <param name="GzipSize">With gzip -9.</param>
/// <param name="BrotliSize">With brotli at quality 11: what a browser downloads.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
/// <param name="VectorInstructions">How many of its instructions work on 128-bit vectors.</param>
/// <param name="OptimiseFlags">The compiler's optimisation flags, such as -O3 -msimd128.</param>
public sealed record ModuleFacts(
    string Build,
    string Flavour,
    ByteCount Size,
    ByteCount GzipSize,
    ByteCount BrotliSize,
    string Sha256,
    long VectorInstructions,
    string OptimiseFlags)
{
    /// <summary>What it was made of and with; null in runs of a version that did not keep it.</summary>
    public ModuleOrigin? Origin { get; init; }
}

/// <summary>What a module was made of and with: what explains that two builds of one name execute different operations.</summary>
/// <param name="Recipe">The hash of its recipe: flags, patches, components, steps.</param>
/// <param name="Compiler">The compiler packages and their versions.</param>
/// <param name="Sources">The sources and their versions.</param>
public sealed record ModuleOrigin(string Recipe, string Compiler, ImmutableSortedDictionary<string, string> Sources);
