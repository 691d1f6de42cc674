using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Measurements;

/// <summary>What a 60 s reel takes on a lane: a fixed cost and a cost per second, by a line through shorter reels, and the one that was made.</summary>
/// <param name="Line">Seconds that a reel takes, by the seconds that it lasts.</param>
/// <param name="Predicted">One run of a reel of <see cref="TargetSeconds"/>, in seconds, with its prediction interval.</param>
/// <param name="Observed">The one run that was made, in seconds.</param>
public sealed record ReelPrediction(LinearPrediction Line, Estimate Predicted, Reading<double> Observed)
{
    /// <summary>The length of the predicted reel, in seconds.</summary>
    public const int TargetSeconds = 60;

    private const string Workload = "reel";
    private const string NaiveEnding = "-naive";

    /// <summary>Whether the run that was made lies within the prediction's interval.</summary>
    public Reading<bool> Holds => Observed.Select(seconds => Predicted.Low <= seconds && seconds <= Predicted.High);

    /// <summary>Whether a job makes a reel whose length is known.</summary>
    /// <param name="job">The job.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsReel(Job job) => job is { Workload: Workload, Expected.Duration: not null };

    /// <summary>Whether a job makes its reel by the naive recipe: its subject says so.</summary>
    /// <param name="job">The job.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsNaive(Job job) => IsReel(job) && job.Subject.EndsWith(NaiveEnding, StringComparison.Ordinal);

    /// <summary>Whether a job makes the same reel as a naive one, and not naively.</summary>
    /// <param name="naive">The naive job.</param>
    /// <param name="job">The other.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsShapeOf(Job naive, Job job) =>
        job.Workload == naive.Workload && job.Setting == naive.Setting && job.Subject + NaiveEnding == naive.Subject;

    /// <summary>What reels of one recipe have in common: those that differ in length alone are equal in it.</summary>
    /// <param name="job">A reel.</param>
    /// <returns>The recipe's name for comparisons.</returns>
    public static string FamilyWiseError(Job job) =>
        $"{job.Setting.Flavour}/{job.Setting.Key}/{job.Inputs.Length} inputs/{job.Expected.Width}x{job.Expected.Height}{(IsNaive(job) ? NaiveEnding : "")}";

    /// <summary>Whether a job is there to be held against the prediction, and not to make it.</summary>
    /// <param name="job">A reel.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsTest(Job job) => IsReel(job) && job.LaneCoverage == LaneCoverage.Once;

    /// <summary>Whether one case is held against what another helps to predict.</summary>
    /// <param name="test">The case that is held.</param>
    /// <param name="other">The other.</param>
    /// <returns>Whether the other is a shorter reel of the same recipe on the same lane.</returns>
    public static bool Needs(BenchmarkCase test, BenchmarkCase other) =>
        IsTest(test.Job) && IsReel(other.Job) && !IsTest(other.Job) && test.Lane == other.Lane && FamilyWiseError(test.Job) == FamilyWiseError(other.Job);

    /// <summary>Predicts a reel of <see cref="TargetSeconds"/>.</summary>
    /// <param name="shorter">Runs of shorter reels: how long the reel lasts and what it took, in seconds.</param>
    /// <param name="observed">What the one run of the long reel took, in seconds, or why there is none.</param>
    /// <returns>The prediction, or why these runs make none.</returns>
    public static Reading<ReelPrediction> Of(ImmutableArray<(double Length, double Seconds)> shorter, Reading<double> observed)
    {
        var line = LinearPrediction.Of(shorter);
        if (!line.TryGet(out var fitted))
        {
            return Reading<ReelPrediction>.Unavailable(line.Reason!);
        }

        return fitted.Predict(TargetSeconds).Select(predicted => new ReelPrediction(fitted, predicted, observed));
    }

    /// <summary>Predicts it on the lane of a case, from the reels of its recipe.</summary>
    /// <param name="reel">Any reel of the recipe on the lane.</param>
    /// <param name="cases">The planned cases.</param>
    /// <param name="rowsOf">The rows of a case that count.</param>
    /// <returns>The prediction, or why there is none.</returns>
    public static Reading<ReelPrediction> Of(
        BenchmarkCase reel, IEnumerable<BenchmarkCase> cases, Func<BenchmarkCase, ImmutableArray<Measurement>> rowsOf)
    {
        if (!IsReel(reel.Job))
        {
            return Reading<ReelPrediction>.Unavailable("it is no reel");
        }

        var family = cases.Where(other => IsReel(other.Job) && other.Lane == reel.Lane && FamilyWiseError(other.Job) == FamilyWiseError(reel.Job)).ToArray();
        var shorter = family.Where(other => !IsTest(other.Job))
            .SelectMany(other => rowsOf(other).Select(row => (other.Job.Expected.Duration!.Value.TotalSeconds, row.ExecuteSeconds!.Value)));
        var test = family.FirstOrDefault(other => IsTest(other.Job));
        return Of([.. shorter], test is null ? Reading<double>.Unavailable($"no reel of {TargetSeconds} s was planned on this lane")
            : rowsOf(test) is [var row, ..] ? Reading<double>.Of(row.ExecuteSeconds!.Value)
            : Reading<double>.Unavailable($"{test.Id} was not run to its end"));
    }
}
