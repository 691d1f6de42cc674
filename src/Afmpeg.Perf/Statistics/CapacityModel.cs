using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The throughput of N instances of a job at once: N. J. Gunther's Universal Scalability Law (Guerrilla Capacity Planning, 2007, chapter
/// 4),
/// C(N) = N / (1 + sigma (N - 1) + kappa N (N - 1)), with kappa = 0, which is Amdahl's law, and no more than C(cores) where instances share
/// cores.
/// Few cores identify no kappa (what instances cost each other pair by pair, as by memory's bandwidth), so a prediction for many cores is a
/// model's: between it and <see cref="CapacityPrediction.Linear"/> where kappa is small, below it where it is not.
/// </summary>
/// <param name="Cores">The cores of the machine that was measured.</param>
/// <param name="Contention">
/// Sigma: the share of a job's work that only one instance can do at a time, 0 or more. Its interval holds each point's whole interval.
/// </param>
/// <param name="Checks">Each measured point beside the model, by number of instances.</param>
public sealed record CapacityModel(int Cores, Estimate Contention, ImmutableArray<CapacityCheck> Checks)
{
    /// <summary>What the model is, for a table's legend.</summary>
    public const string Name = "Amdahl's law (the Universal Scalability Law with kappa = 0), capped by cores";

    /// <summary>
    /// How many points the coefficient rests on. It meets a single one exactly, so that only points beyond the cores test it.
    /// </summary>
    public int FittedPoints => Checks.Count(check => check.Fitted);

    /// <summary>Fits the coefficient by least squares on 1 / C, the time a unit of work takes.</summary>
    /// <param name="points">
    /// What was measured. Those of 2 up to <paramref name="cores"/> instances are fitted; those beyond test the cap.
    /// </param>
    /// <param name="cores">The machine's cores.</param>
    /// <returns>The model, or why these points have none.</returns>
    public static Reading<CapacityModel> Of(ImmutableArray<CapacityPoint> points, int cores)
    {
        if (points.Any(point => point.Instances < 1 || !IsThroughput(point.Throughput)))
            return Reading<CapacityModel>.Unavailable("a point has no instance, or a throughput that is not a finite number above 0");

        if (points.DistinctBy(point => point.Instances).Count() < points.Length)
            return Reading<CapacityModel>.Unavailable("two points are of one number of instances");

        var fitted = points.Where(point => IsFitted(point, cores)).ToArray();
        if (fitted.Length == 0)
            return Reading<CapacityModel>.Unavailable($"no point is of two or more instances that have a core each, of {cores}");

        // More throughput is less contention: the ends change places. By Bonferroni's inequality all points' intervals hold together at
        // this level.
        var contention = new Estimate(
            Sigma(fitted, throughput => throughput.Value),
            Sigma(fitted, throughput => throughput.High),
            Sigma(fitted, throughput => throughput.Low),
            fitted.Min(point => point.Throughput.Count),
            Math.Max(0, 1 - fitted.Sum(point => 1 - point.Throughput.Level)));
        var checks = points.OrderBy(point => point.Instances)
            .Select(point => new CapacityCheck(point, Throughput(contention.Value, Math.Min(point.Instances, cores)), IsFitted(point, cores)));
        return Reading<CapacityModel>.Of(new CapacityModel(cores, contention, [.. checks]));
    }

    /// <summary>The throughput of other numbers of instances and cores.</summary>
    /// <param name="instances">How many run at once; 1 or more.</param>
    /// <param name="cores">On how many cores; 1 or more.</param>
    /// <returns>The prediction, or why there is none.</returns>
    public Reading<CapacityPrediction> Predict(int instances, int cores)
    {
        if (instances < 1 || cores < 1)
            return Reading<CapacityPrediction>.Unavailable("a prediction needs at least one instance and one core");

        var busy = Math.Min(instances, cores);
        var fitted = Contention with
        {
            Value = Throughput(Contention.Value, busy),
            Low = Throughput(Contention.High, busy),
            High = Throughput(Contention.Low, busy),
        };
        return Reading<CapacityPrediction>.Of(new CapacityPrediction(instances, cores, fitted, busy, busy > Cores));
    }

    private static bool IsThroughput(Estimate throughput) => throughput.Low > 0 && double.IsFinite(1 / throughput.Low) && double.IsFinite(throughput.Value) && double.IsFinite(throughput.High);

    private static bool IsFitted(CapacityPoint point, int cores) => point.Instances >= 2 && point.Instances <= cores;

    private static double Throughput(double sigma, int instances) => instances / (1 + (sigma * (instances - 1)));

    // 1 / C = 1 / N + sigma (N - 1) / N, a line through the origin. Noise that looks better than linear is read as linear: the law knows no
    // better.
    private static double Sigma(CapacityPoint[] points, Func<Estimate, double> end)
    {
        var rows = points.Select(point => (
            X: (point.Instances - 1.0) / point.Instances,
            Y: (1 / end(point.Throughput)) - (1.0 / point.Instances))).ToArray();
        return Math.Max(0, rows.Sum(row => row.X * row.Y) / rows.Sum(row => row.X * row.X));
    }
}
