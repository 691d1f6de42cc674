using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>What a run measures, and how long it may take.</summary>
/// <param name="Cases">The cases, native baselines included.</param>
/// <param name="Seed">What the order of the lanes in each round is shuffled by.</param>
/// <param name="Budget">After this long no case is measured beyond its first look.</param>
/// <param name="Rounds">How many rounds a case gets.</param>
public sealed record RunPlan(ImmutableArray<BenchmarkCase> Cases, int Seed, TimeSpan Budget, RoundLimits Rounds)
{
    /// <summary>After this long nothing more is measured, even if a case has not reached its first look; the budget by default.</summary>
    public TimeSpan Limit { get; init; } = Budget;

    /// <summary>How long lanes that share a core are measured after the rounds, in addition to them.</summary>
    public TimeSpan SharedTime { get; init; }

    /// <summary>The A/A pair that shows the host's noise; empty where none is measured.</summary>
    public ImmutableArray<BenchmarkCase> Noise { get; init; } = [];

    /// <summary>Which shard of a larger selection it is; null for the whole of it.</summary>
    public ShardOfRun? Shard { get; init; }

    /// <summary>
    /// The ids of the cases whose time a limit judges, or that the user brought: where the time is too short for all, the others get three
    /// rounds. Null where all cases are alike.
    /// </summary>
    public IReadOnlySet<string>? Preferred { get; init; }

    /// <summary>What the user should know of the selection before anything is measured, a sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The jobs, in the order in which they are measured.</summary>
    public ImmutableArray<Job> Jobs => [.. Cases.Select(benchmarkCase => benchmarkCase.Job).DistinctBy(job => job.Id)];

    /// <summary>The cases of one job.</summary>
    public ImmutableArray<BenchmarkCase> CasesOf(Job job) => [.. Cases.Where(benchmarkCase => benchmarkCase.Job.Id == job.Id)];

    /// <summary>How many rounds the cases of a job get.</summary>
    /// <returns>The run's limits; one round for a job too long to be repeated.</returns>
    public RoundLimits RoundsOf(Job job) => job.LaneCoverage == LaneCoverage.Once ? RoundLimits.Once : Rounds;
}
