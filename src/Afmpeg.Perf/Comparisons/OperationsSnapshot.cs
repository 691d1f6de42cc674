using System.ComponentModel;
using System.Text.Json.Serialization;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// What modules execute, with all that it follows from: the baseline of operations holds one, and any run has one. No host is in it.
/// </summary>
[Description("What each module executes for each job, counted by Wasmtime's fuel. Every host counts the same. "
    + "Written by afmpeg-perf accept.")]
public sealed record OperationsSnapshot
{
    /// <summary>The version of these fields; a reader refuses another.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version.</summary>
    public required int Schema { get; init; }

    /// <summary>The version of Wasmtime that counted: another may count an operation otherwise.</summary>
    public required string Wasmtime { get; init; }

    /// <summary>The modules.</summary>
    public required ImmutableArray<CountedModule> Modules { get; init; }

    /// <summary>Media and settings.</summary>
    public required RunInputs Inputs { get; init; }

    /// <summary>The counts.</summary>
    public required ImmutableArray<CountedJob> Counts { get; init; }

    /// <summary>What a run counted; counts that failed are left out.</summary>
    public static OperationsSnapshot Of(RunConditions conditions, ImmutableArray<OperationCount> counts)
    {
        var counted = counts.Where(entry => entry.Count is not null).ToArray();
        var jobs = counted.Select(entry => entry.Job).ToHashSet();
        var origins = conditions.Modules.ToLookup(module => module.Sha256, module => module.Origin);
        return new OperationsSnapshot
        {
            Schema = CurrentSchema,
            Wasmtime = conditions.Versions.FirstOrDefault(version => version.Name == OperationCounter.Engine)?.Version ?? "unknown",
            Modules = Sorted(
                counted.DistinctBy(entry => entry.Module)
                    .Select(entry => new CountedModule(entry.Module, entry.Sha256, origins[entry.Sha256].FirstOrDefault())),
                module => module.Name),
            Inputs = conditions.Inputs is { } inputs
                ? inputs with { Jobs = [.. inputs.Jobs.Where(job => jobs.Contains(job.Id))] }
                : new RunInputs([], []),
            Counts = Sorted(
                counted.Select(entry => new CountedJob(entry.Job, entry.Module, entry.Count!.Operations, entry.Count.MemoryPages)),
                count => count.Key),
        };
    }

    /// <summary>What a baseline can hold: modules that the repository pins, and so neither the user's nor FFmpeg 9's.</summary>
    public OperationsSnapshot Gated()
    {
        var ours = Modules
            .Where(module => module.Origin is { } origin && !origin.Sources.ContainsKey(Lane.Ffmpeg9)).ToImmutableArray();
        return this with { Modules = ours, Counts = [.. Counts.Where(count => ours.Any(module => module.Name == count.Module))] };
    }

    /// <summary>This one's counts, and those of an older one that it lacks, as far as their module, job and media are the same.</summary>
    public OperationsSnapshot Over(OperationsSnapshot older)
    {
        var held = Counts.Select(count => count.Key).ToHashSet();
        var kept = Wasmtime != older.Wasmtime ? []
            : older.Counts.Where(count => !held.Contains(count.Key) && IsOfTheSame(older, count)).ToArray();
        var (modules, jobs) = (kept.Select(count => count.Module).ToHashSet(), kept.Select(count => count.Job).ToHashSet());
        return this with
        {
            Modules = Sorted(
                Modules.UnionBy(older.Modules.Where(module => modules.Contains(module.Name)), module => module.Name),
                module => module.Name),
            Inputs = new RunInputs(
                Sorted(Inputs.Media.UnionBy(jobs.SelectMany(older.MediaOf), medium => medium.Id), medium => medium.Id),
                Sorted(Inputs.Jobs.UnionBy(older.Inputs.Jobs.Where(job => jobs.Contains(job.Id)), job => job.Id), job => job.Id)),
            Counts = Sorted(Counts.Concat(kept), count => count.Key),
        };
    }

    /// <summary>The media that a job reads: those that its arguments name; all of them where its arguments are not known.</summary>
    internal IEnumerable<InputDigest> MediaOf(string job) =>
        Inputs.Jobs.FirstOrDefault(one => one.Id == job)?.Arguments is { } arguments
            ? Inputs.Media.Where(medium => arguments.Any(argument => Path.GetFileNameWithoutExtension(argument) == medium.Id))
            : Inputs.Media;

    private bool IsOfTheSame(OperationsSnapshot older, CountedJob count) =>
        Agree(Modules, older.Modules.Where(module => module.Name == count.Module), module => module.Name, module => module.Sha256)
        && Agree(Inputs.Jobs, older.Inputs.Jobs.Where(job => job.Id == count.Job), job => job.Id, job => job.Digest)
        && Agree(Inputs.Media, older.MediaOf(count.Job), medium => medium.Id, medium => medium.Digest);

    private static bool Agree<T>(IEnumerable<T> ours, IEnumerable<T> theirs, Func<T, string> name, Func<T, string> content) =>
        ours.Join(theirs, name, name, (our, their) => content(our) == content(their)).All(same => same);

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> items, Func<T, string> name) =>
        [.. items.OrderBy(name, StringComparer.Ordinal)];
}

/// <summary>A module whose operations were counted.</summary>
/// <param name="Name">flavour+build, as toolchain/products.json calls it.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
/// <param name="Origin">What it was made of and with; null for a module that the user brings.</param>
public sealed record CountedModule(string Name, string Sha256, ModuleOrigin? Origin);

/// <summary>What a module executes for a job.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Module">flavour+build.</param>
/// <param name="Operations">WebAssembly operations.</param>
/// <param name="MemoryPages">Pages of 64 KiB at the end.</param>
public sealed record CountedJob(string Job, string Module, long Operations, long MemoryPages)
{
    /// <summary>What a count is found by: JOB/MODULE.</summary>
    [JsonIgnore]
    public string Key => $"{Job}/{Module}";
}
