using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Two to five observations on the scale of logarithms: too few for a signed-rank interval. Student's own interval would be of no use: its
/// quantile for two of them is 12.7, and their scatter is an accident of two readings. So their scatter is moderated: it counts together
/// with what rounds were seen to scatter by, as if that were <see cref="PriorDegrees"/> degrees of freedom more (G. K. Smyth, Statistical
/// Applications in Genetics and Molecular Biology 3, 2004, section 4: the moderated t-statistic). ADR 19 has the reasons.
/// </summary>
public static class FewRounds
{
    /// <summary>The fewest observations with an interval: one has no scatter of its own.</summary>
    public const int Fewest = 2;

    /// <summary>The coverage of a reported interval.</summary>
    public const double Level = 0.95;

    /// <summary>
    /// What rounds scatter by, as the standard deviation of a log ratio: half of the cases to native on the noisy day scatter by at most
    /// that (docs/trust/rounds.md).
    /// </summary>
    public const double PriorScatter = 0.126;

    /// <summary>How many degrees of freedom that counts for: as much as the scatter of five rounds.</summary>
    public const int PriorDegrees = 4;

    /// <summary>
    /// The error that each of the early looks may spend. The later looks spend 4.887 %, so that a case has an error of 4.987 % at most,
    /// within <see cref="SignedRankLooks.Error"/>, whatever the looks have in common.
    /// </summary>
    public const double LookError = 0.0005;

    /// <summary>The rounds after which a case with long runs may stop before the first look of the signed-rank test, ascending.</summary>
    public static IReadOnlyList<int> Looks { get; } = [2, 3];

    /// <summary>Whether a count is two to five: enough for this interval, too few for the signed-rank test's.</summary>
    public static bool Covers(int count) => count is >= Fewest and < SignedRankLooks.Fewest;

    /// <summary>The mean of two to five logarithms with its interval of 95 %, still on that scale, or why there is none.</summary>
    public static Reading<Estimate> Of(IReadOnlyCollection<double> logs)
    {
        if (logs.Any(log => !double.IsFinite(log)))
        {
            return Reading<Estimate>.Unavailable("an observation is not a finite number");
        }

        if (logs.Count < Fewest)
        {
            var count = CountText.Of(logs.Count, "round", "support");
            return Reading<Estimate>.Unavailable($"{count} no {Level:P0} interval: at least {Fewest} are needed");
        }

        var (mean, half) = (logs.Average(), Quantile(logs.Count, 1 - Level) * StandardError(logs));
        return Reading<Estimate>.Of(new Estimate(mean, mean - half, mean + half, logs.Count, Level));
    }

    /// <summary>
    /// An estimate of two to five rounds on its own scale, its interval of 95 % widened to what an early look asks for:
    /// <see cref="LookError"/> is left outside.
    /// </summary>
    public static Estimate AtLook(Estimate estimate) =>
        estimate.Inflated(Quantile(estimate.Count, LookError) / Quantile(estimate.Count, 1 - Level)) with { Level = 1 - LookError };

    /// <summary>
    /// The chance of a mean at least as far above the bound where the true mean is the bound; 1 if an observation is not finite
    /// (<see cref="MeanTest"/>).
    /// </summary>
    public static double ChanceAbove(IReadOnlyCollection<double> logs, double bound, double inflation = 1) =>
        logs.All(double.IsFinite)
            ? Student.ChanceAbove(Degrees(logs.Count), (logs.Average() - bound) / (inflation * StandardError(logs)))
            : 1;

    private static int Degrees(int count) => PriorDegrees + count - 1;

    private static double Quantile(int count, double error) => Student.Quantile(Degrees(count), error / 2);

    private static double StandardError(IReadOnlyCollection<double> logs)
    {
        var mean = logs.Average();
        var squares = (PriorDegrees * PriorScatter * PriorScatter) + logs.Sum(log => (log - mean) * (log - mean));
        return Math.Sqrt(squares / Degrees(logs.Count) / logs.Count);
    }
}
