using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>What a 60 s reel takes on a lane, predicted by a line through shorter reels, and what it took.</summary>
/// <param name="Line">Seconds that a reel takes, by the seconds that it lasts.</param>
/// <param name="Predicted">One run of a reel of <see cref="TargetSeconds"/>, in seconds, with its prediction interval.</param>
/// <param name="Observed">The one run that was made, in seconds.</param>
public sealed record ReelPrediction(LinearPrediction Line, Estimate Predicted, Reading<double> Observed)
{
    /// <summary>The length of the predicted reel, in seconds.</summary>
    public const int TargetSeconds = 60;

    /// <summary>Whether the run that was made lies within the prediction's interval.</summary>
    public Reading<bool> Holds => Observed.Select(seconds => Predicted.Low <= seconds && seconds <= Predicted.High);

    /// <summary>Predicts a reel of <see cref="TargetSeconds"/>.</summary>
    /// <param name="shorter">Runs of shorter reels: how long the reel lasts and what it took, in seconds.</param>
    /// <param name="observed">What the one run of the long reel took, in seconds, or why there is none.</param>
    /// <returns>The prediction, or why these runs make none.</returns>
    public static Reading<ReelPrediction> Of(ImmutableArray<(double Length, double Seconds)> shorter, Reading<double> observed) =>
        LinearPrediction.Of(shorter).Then(fitted =>
            fitted.Predict(TargetSeconds).Select(predicted => new ReelPrediction(fitted, predicted, observed)));

    /// <summary>Predicts it on the lane of a case, from the reels of its recipe.</summary>
    /// <returns>The prediction, or why there is none.</returns>
    public static Reading<ReelPrediction> Of(
        BenchmarkCase reel, IEnumerable<BenchmarkCase> cases, Func<BenchmarkCase, ImmutableArray<Measurement>> rowsOf)
    {
        if (!ReelJobs.IsReel(reel.Job))
        {
            return Reading<ReelPrediction>.Unavailable("it is no reel");
        }

        var recipe = cases.Where(other =>
            ReelJobs.IsReel(other.Job) && other.Lane == reel.Lane && ReelJobs.Recipe(other.Job) == ReelJobs.Recipe(reel.Job)).ToArray();
        var shorter = recipe.Where(other => !ReelJobs.IsTest(other.Job))
            .SelectMany(other => rowsOf(other).Select(row => (other.Job.Expected.Duration!.Value.TotalSeconds, row.ExecuteSeconds!.Value)));
        var test = recipe.FirstOrDefault(other => ReelJobs.IsTest(other.Job));
        return Of([.. shorter], test is null ? Reading<double>.Unavailable($"no reel of {TargetSeconds} s was planned on this lane")
            : rowsOf(test) is [var row, ..] ? Reading<double>.Of(row.ExecuteSeconds!.Value)
            : Reading<double>.Unavailable($"{test.Id} was not run to its end"));
    }
}
