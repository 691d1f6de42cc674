using System.Text.Json;
using System.Text.Json.Serialization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a module executes for a job: the same on every host and in every run, to seven digits or more.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Flavour">The module's flavour, gpl or lgpl.</param>
/// <param name="Build">How the module was compiled, or the name of a module that the user brings.</param>
/// <param name="Sha256">The module's checksum, in lower-case hexadecimal.</param>
/// <param name="Count">What was counted; null where it was not.</param>
/// <param name="Reason">Why not; null where it was.</param>
public sealed record OperationCount(string Job, string Flavour, string Build, string Sha256, GuestCount? Count, string? Reason)
{
    /// <summary>JOB/BUILD.</summary>
    [JsonIgnore]
    public string Key => KeyOf(Job, Build);

    /// <summary>The module, as toolchain/products.json calls it: flavour+build.</summary>
    [JsonIgnore]
    public string Module => $"{Flavour}+{Build}";

    /// <summary>What was counted, or why nothing was.</summary>
    [JsonIgnore]
    public Reading<GuestCount> Reading => Count is { } counted
        ? Reading<GuestCount>.Of(counted)
        : Reading<GuestCount>.Unavailable(Reason ?? "it was not counted");

    /// <summary>The key of what is counted once for all engines that run the case's module.</summary>
    public static string KeyOf(BenchmarkCase benchmarkCase) => KeyOf(benchmarkCase.Job.Id, benchmarkCase.Lane.Build!);

    private static string KeyOf(string job, string build) => $"{job}/{build}";
}

/// <summary>Earlier counts, a file each, named by a hash of all that a count depends on. Deleting it costs only time.</summary>
public sealed class OperationCache(string folder)
{
    /// <summary>A count that was made earlier.</summary>
    /// <returns>The count; null where there is none that can be read.</returns>
    public GuestCount? Find(string key)
    {
        try
        {
            var count = JsonSerializer.Deserialize<GuestCount>(File.ReadAllText(PathOf(key)), JsonSerializerOptions.Web);
            return count is { Operations: > 0, MemoryPages: >= 0 } ? count : null;
        }
        catch (Exception fault) when (fault is JsonException || FileFault.Is(fault))
        {
            return null;
        }
    }

    /// <summary>Keeps a count. One that cannot be written is counted again next time.</summary>
    public void Keep(string key, GuestCount count)
    {
        try
        {
            AtomicFiles.Write([(PathOf(key), JsonSerializer.Serialize(count, JsonSerializerOptions.Web))],
                "A count of operations cannot be kept", "make room");
        }
        catch (PerfException)
        {
            // The run has its count.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, $"{key}.json");
}
