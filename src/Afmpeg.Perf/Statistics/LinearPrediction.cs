using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// A fixed cost and a cost per unit, by weighted least squares, and what they predict for another amount of work (NIST/SEMATECH e-Handbook
/// of Statistical Methods, sections 4.1.4.3 and 4.5.1.2). Intervals are Student's t with n - 2 degrees of freedom: they assume that the
/// cost is linear as far as the prediction reaches, which points within cannot show.
/// </summary>
public sealed record LinearPrediction
{
    /// <summary>A line has two parameters; a third point says how well it fits.</summary>
    public const int FewestPoints = 3;

    private readonly LinearNoise noise;
    private readonly double level;
    private readonly int count;
    private readonly double intercept;
    private readonly double slope;
    private readonly double scatter;
    private readonly double meanX;
    private readonly double sumOfWeights;
    private readonly double sumOfSquares;

    private LinearPrediction(ImmutableArray<(double X, double Y)> points, LinearNoise noise, double level)
    {
        (this.noise, this.level, count) = (noise, level, points.Length);
        DistinctAmounts = points.DistinctBy(point => point.X).Count();
        // Relative to the first, or squares of very small numbers would be none.
        var unit = Spread(noise, points[0].X, points[0].Y);
        var weighted = points.Select(point => (point.X, point.Y, Weight: Math.Pow(unit / Spread(noise, point.X, point.Y), 2))).ToArray();
        var weights = weighted.Sum(point => point.Weight);
        meanX = weighted.Sum(point => point.Weight * point.X) / weights;
        var meanY = weighted.Sum(point => point.Weight * point.Y) / weights;
        var squares = weighted.Sum(point => point.Weight * Math.Pow(point.X - meanX, 2));
        slope = weighted.Sum(point => point.Weight * (point.X - meanX) * (point.Y - meanY)) / squares;
        intercept = meanY - (slope * meanX);
        var residual = weighted.Sum(point => point.Weight * Math.Pow(point.Y - intercept - (slope * point.X), 2));
        scatter = Math.Sqrt(residual / (count - 2)) / unit;
        sumOfWeights = weights / (unit * unit);
        sumOfSquares = squares / (unit * unit);
    }

    /// <summary>The cost of no work at all, in the unit of y; negative where the line says so.</summary>
    public Estimate FixedCost => About(intercept, 0, ownNoise: 0);

    /// <summary>The cost of each further unit of work.</summary>
    public Estimate CostPerUnit => Around(slope, scatter / Math.Sqrt(sumOfSquares));

    /// <summary>How many different amounts of work the line rests on. With two, nothing shows whether it is straight.</summary>
    public int DistinctAmounts { get; }

    /// <summary>Fits the line, or says why these points have none.</summary>
    /// <param name="points">
    /// Three or more observations at two or more different amounts of work x (better three); those of one amount may repeat.
    /// </param>
    /// <param name="noise">How far they scatter. Weighted by 1 / y^2 or 1 / x^2, that number has to be above 0.</param>
    /// <param name="level">The intervals' coverage, above 0 and below 1.</param>
    public static Reading<LinearPrediction> Of(
        ImmutableArray<(double X, double Y)> points, LinearNoise noise = LinearNoise.ProportionalToY, double level = 0.95)
    {
        if (points.Length < FewestPoints)
            return Reading<LinearPrediction>.Unavailable(
                $"{CountText.Of(points.Length, "point", "make")} no line with an error: at least {FewestPoints} are needed");

        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)))
            return Reading<LinearPrediction>.Unavailable("a point is not of finite numbers");

        if (points.Any(point => Spread(noise, point.X, point.Y) <= 0))
            return Reading<LinearPrediction>.Unavailable("a point has no relative error: it is not above 0");

        if (points.DistinctBy(point => point.X).Count() < 2)
            return Reading<LinearPrediction>.Unavailable("all points are of one amount of work, which leaves its fixed cost open");

        var line = new LinearPrediction(points, noise, level);
        return double.IsFinite(line.intercept) && double.IsFinite(line.slope) && double.IsFinite(line.scatter)
            ? Reading<LinearPrediction>.Of(line)
            : Reading<LinearPrediction>.Unavailable("the points are too far apart, or too close together, to be computed with");
    }

    /// <summary>
    /// What one further run of another amount of work will cost: its prediction interval is wider than the line's own by one run's scatter.
    /// </summary>
    public Reading<Estimate> Predict(double amount)
    {
        if (!double.IsFinite(amount))
            return Reading<Estimate>.Unavailable("the amount of work is not a finite number");

        var cost = intercept + (slope * amount);
        var spread = Spread(noise, amount, cost);
        return spread > 0
            ? Reading<Estimate>.Of(About(cost, amount, spread))
            : Reading<Estimate>.Unavailable("the line's cost there is not above 0, so that it has no relative error");
    }

    // An observation's standard deviation, but for a factor common to all.
    private static double Spread(LinearNoise noise, double x, double y) => noise switch
    {
        LinearNoise.ProportionalToY => y,
        LinearNoise.ProportionalToX => x,
        _ => 1,
    };

    private Estimate About(double value, double amount, double ownNoise) =>
        Around(value, scatter * Math.Sqrt((ownNoise * ownNoise) + (1 / sumOfWeights) + (Math.Pow(amount - meanX, 2) / sumOfSquares)));

    private Estimate Around(double value, double standardError)
    {
        var reach = Student.Quantile(count - 2, (1 - level) / 2) * standardError;
        return new Estimate(value, value - reach, value + reach, count, level);
    }
}

/// <summary>How far observations scatter about a line.</summary>
public enum LinearNoise
{
    /// <summary>
    /// In proportion to the observation (weights 1 / y^2). Times of runs scatter so: a noisy host stretches all of a run, its fixed cost
    /// too. A reading that is low by chance weighs a little more, which puts the line lower by about twice the squared relative scatter:
    /// 0.2 % at 3 %.
    /// </summary>
    ProportionalToY,

    /// <summary>
    /// In proportion to the amount of work (weights 1 / x^2): where the fixed cost is small beside the rest, and without that bias.
    /// </summary>
    ProportionalToX,

    /// <summary>The same everywhere: ordinary least squares.</summary>
    Constant,
}
