using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>Every case: each job on each lane.</summary>
/// <param name="Jobs">The jobs, in the order in which they are measured.</param>
/// <param name="Lanes">The lanes, in the order in which tables show them.</param>
public sealed record CaseMatrix(ImmutableArray<Job> Jobs, ImmutableArray<Lane> Lanes)
{
    /// <summary>The baselines without which no multiple of a job exists.</summary>
    public static ImmutableArray<Lane> Baselines { get; } = [Lane.Native, Lane.NativeOneThread, Lane.NativePortable];

    /// <summary>The cases, job by job.</summary>
    public ImmutableArray<BenchmarkCase> Cases => [.. Jobs.SelectMany(job => Lanes.Select(lane => new BenchmarkCase(job, lane)))];

    /// <summary>The cases of a tier that fit a filter, and the native baselines that their multiples need.</summary>
    /// <param name="tier">The tier; a filter without wildcards overrules it.</param>
    /// <param name="filter">A case id, or a pattern with * and ?; null for all.</param>
    /// <returns>The cases, at least one.</returns>
    /// <exception cref="PerfException">No case fits.</exception>
    public ImmutableArray<BenchmarkCase> Select(Tier tier, string? filter)
    {
        var glob = new Glob(filter ?? "*");
        var named = Cases.Where(candidate => candidate.Id == filter).ToImmutableArray();
        var wanted = named.Length > 0
            ? named
            : [.. Cases.Where(candidate => candidate.Job.Tier <= tier && glob.Matches(candidate.Id))];
        return wanted.Length > 0 ? WithBaselines(wanted) : throw NothingFits(tier, filter, glob);
    }

    /// <summary>The cases with these ids, and the native baselines that their multiples need.</summary>
    /// <param name="ids">Case ids of this matrix; others are ignored.</param>
    /// <returns>The cases.</returns>
    public ImmutableArray<BenchmarkCase> Select(IReadOnlySet<string> ids) => WithBaselines([.. Cases.Where(candidate => ids.Contains(candidate.Id))]);

    private ImmutableArray<BenchmarkCase> WithBaselines(ImmutableArray<BenchmarkCase> wanted)
    {
        var ids = wanted.Select(chosen => chosen.Id).ToHashSet();
        var jobs = wanted.Select(chosen => chosen.Job.Id).ToHashSet();
        return [.. Cases.Where(candidate => ids.Contains(candidate.Id) || (jobs.Contains(candidate.Job.Id) && Baselines.Contains(candidate.Lane)))];
    }

    private PerfException NothingFits(Tier tier, string? filter, Glob glob)
    {
        var inFull = Cases.Count(candidate => glob.Matches(candidate.Id));
        return new PerfException(ExitStatus.BadUsage, $"No case of the {tier.ToString().ToLowerInvariant()} tier fits the filter")
        {
            Where = $"--filter {CommandText.Of(filter ?? "*", [])}",
            Expected = $"a case id or a pattern over them, such as {Cases[^1].Id} or '*/{Lanes[^1].Name}'",
            Observed = inFull > 0 ? $"{inFull} cases of the full tier fit: --tier full" : $"the nearest case is {Nearest(filter ?? "")}",
            Remedy = "afmpeg-perf doctor lists every case",
        };
    }

    private string Nearest(string text) => Cases.MinBy(candidate => EditDistance.Between(candidate.Id, text))!.Id;
}
