using System.Collections.Immutable;
using System.ComponentModel;
using Afmpeg.Perf.Measurements;

namespace Afmpeg.Perf.Comparisons;

/// <summary>What modules execute, with all that it follows from: the baseline of operations holds one, and any run has one. No host is in it.</summary>
[Description("What each module executes for each job, counted by Wasmtime's fuel. Every host counts the same. Written by afmpeg-perf accept.")]
public sealed record OperationsExtract
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

    /// <summary>What a run counted.</summary>
    /// <param name="conditions">What it was measured with and on.</param>
    /// <param name="counts">Its counts; those that failed are left out.</param>
    /// <returns>The extract.</returns>
    public static OperationsExtract Of(RunConditions conditions, ImmutableArray<OperationCount> counts)
    {
        var counted = counts.Where(entry => entry.Count is not null).ToArray();
        var modules = counted.Select(entry => entry.Module).ToHashSet();
        var jobs = counted.Select(entry => entry.Job).ToHashSet();
        return new OperationsExtract
        {
            Schema = CurrentSchema,
            Wasmtime = conditions.Versions.FirstOrDefault(version => version.Name == OperationCounter.Engine)?.Version ?? "unknown",
            Modules =
            [
                .. conditions.Modules.Select(module => new CountedModule($"{module.Flavour}+{module.Build}", module.Sha256, module.Origin))
                    .Where(module => modules.Contains(module.Name)),
            ],
            Inputs = conditions.Inputs is { } inputs ? inputs with { Jobs = [.. inputs.Jobs.Where(job => jobs.Contains(job.Id))] } : new RunInputs([], []),
            Counts = [.. counted.Select(entry => new CountedJob(entry.Job, entry.Module, entry.Count!.Operations, entry.Count.MemoryPages))],
        };
    }

    /// <summary>This one's counts, and those of an older one that it does not hold, as far as both were made of the same.</summary>
    /// <param name="older">The older one.</param>
    /// <returns>Both together; this one alone where Wasmtime, a module or an input of both differs.</returns>
    public OperationsExtract Over(OperationsExtract older)
    {
        var isSame = Wasmtime == older.Wasmtime
            && Agree(Modules, older.Modules, module => module.Name, module => module.Sha256)
            && Agree(Inputs.Media, older.Inputs.Media, medium => medium.Id, medium => medium.Digest)
            && Agree(Inputs.Jobs, older.Inputs.Jobs, job => job.Id, job => job.Digest);
        return !isSame ? this : this with
        {
            Modules = [.. Modules.UnionBy(older.Modules, module => module.Name).OrderBy(module => module.Name, StringComparer.Ordinal)],
            Inputs = new RunInputs(
                [.. Inputs.Media.UnionBy(older.Inputs.Media, medium => medium.Id).OrderBy(medium => medium.Id, StringComparer.Ordinal)],
                [.. Inputs.Jobs.UnionBy(older.Inputs.Jobs, job => job.Id).OrderBy(job => job.Id, StringComparer.Ordinal)]),
            Counts = [.. Counts.UnionBy(older.Counts, count => count.Key).OrderBy(count => count.Key, StringComparer.Ordinal)],
        };
    }

    private static bool Agree<T>(IEnumerable<T> ours, IEnumerable<T> theirs, Func<T, string> name, Func<T, string> content) =>
        ours.Join(theirs, name, name, (our, their) => content(our) == content(their)).All(same => same);
}
