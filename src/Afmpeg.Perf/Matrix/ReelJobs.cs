using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>The jobs that make reels: slide shows with sound, whose length is known.</summary>
public static class ReelJobs
{
    private const string Workload = "reel";
    private const string NaiveEnding = "-naive";

    /// <summary>Whether a job makes a reel whose length is known.</summary>
    public static bool IsReel(Job job) => job is { Workload: Workload, Expected.Duration: not null };

    /// <summary>Whether a job makes its reel by the naive recipe: its subject says so.</summary>
    public static bool IsNaive(Job job) => IsReel(job) && job.Subject.EndsWith(NaiveEnding, StringComparison.Ordinal);

    /// <summary>Whether a job makes the same reel as a naive one, by the better recipe.</summary>
    public static bool IsShapeOf(Job naive, Job job) =>
        job.Workload == naive.Workload && job.Setting == naive.Setting && job.Subject + NaiveEnding == naive.Subject;

    /// <summary>A name for the recipe of a reel: equal for reels that differ in length alone.</summary>
    public static string Recipe(Job job) =>
        $"{job.Setting.Flavour}/{job.Setting.Key}/{job.Inputs.Length} "
            + $"inputs/{job.Expected.Width}x{job.Expected.Height}{(IsNaive(job) ? NaiveEnding : "")}";

    /// <summary>Whether a job is the long reel that tests the prediction, as opposed to a shorter one that makes it.</summary>
    public static bool IsTest(Job job) => IsReel(job) && job.LaneCoverage == LaneCoverage.Once;

    /// <summary>Whether a case is a shorter reel of the recipe and lane of a long one: the prediction needs it.</summary>
    public static bool Needs(BenchmarkCase test, BenchmarkCase other) =>
        IsTest(test.Job) && IsReel(other.Job) && !IsTest(other.Job) && test.Lane == other.Lane && Recipe(test.Job) == Recipe(other.Job);
}
