namespace Afmpeg.Perf.Comparisons;

/// <summary>What a module executes for a job.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Module">flavour+build.</param>
/// <param name="Operations">WebAssembly operations.</param>
/// <param name="MemoryPages">Pages of 64 KiB at the end.</param>
public sealed record CountedJob(string Job, string Module, long Operations, long MemoryPages)
{
    /// <summary>What a count is found by: JOB/MODULE.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Key => $"{Job}/{Module}";
}
