namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Student's one-sided test that observations lie beyond a bound (W. S. Gosset, Biometrika 6, 1908). Many limits in one run ask for error
/// chances of 1 in 10,000 each; n rounds cannot push a rank test below 2^-n, so the family's evidence is of normal theory, on logs.
/// </summary>
public static class MeanTest
{
    /// <summary>
    /// The chance of a mean at least as far above the bound where the true mean is the bound; 1 if the observations say nothing: fewer than
    /// two, or one that is not finite.
    /// </summary>
    /// <param name="observations">Independent observations.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="inflation">
    /// How many times the mean's standard error is as large as that of independent observations, 1 or more
    /// (<see cref="SerialCorrelation"/>).
    /// </param>
    public static double ChanceAbove(IReadOnlyCollection<double> observations, double bound, double inflation = 1)
    {
        var count = observations.Count;
        if (count < 2 || !observations.All(double.IsFinite))
        {
            return 1;
        }

        var mean = observations.Average();
        var error = inflation * MeanInterval.StandardError(observations);
        return error > 0
            ? Student.ChanceAbove(count - 1, (mean - bound) / error)
            : mean > bound ? 0
            : 1;
    }
}
