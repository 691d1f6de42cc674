using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// A fixed cost and a cost per unit, by weighted least squares, and what they predict for another amount of work
/// (NIST/SEMATECH e-Handbook of Statistical Methods, sections 4.1.4.3 and 4.5.1.2). Intervals are Student's t with n - 2
/// degrees of freedom: they assume that the cost is linear as far as the prediction reaches, which points within cannot show.
/// </summary>
public sealed record LinearPrediction
{
    /// <summary>A line has two parameters; a third point says how well it fits.</summary>
    public const int FewestPoints = 3;

    private readonly Fit fit;

    private LinearPrediction(Fit fit) => this.fit = fit;

    /// <summary>The cost of no work at all, in the unit of y; negative where the line says so.</summary>
    public Estimate FixedCost => fit.About(fit.Intercept, 0, ownNoise: 0);

    /// <summary>The cost of each further unit of work.</summary>
    public Estimate CostPerUnit => fit.Around(fit.Slope, fit.Scatter / Math.Sqrt(fit.SumOfSquares));

    /// <summary>How many different amounts of work the line rests on. With two, nothing shows whether it is straight.</summary>
    public int DistinctAmounts => fit.DistinctAmounts;

    /// <summary>The largest amount of work observed: beyond it a prediction extrapolates.</summary>
    public double LargestAmount => fit.LargestAmount;

    /// <summary>Fits the line.</summary>
    /// <param name="points">Three or more observations at two or more different amounts of work x (better three); those of one amount may repeat.</param>
    /// <param name="noise">How far they scatter. Weighted by 1 / y^2 or 1 / x^2, that number has to be above 0.</param>
    /// <param name="level">The intervals' coverage, above 0 and below 1.</param>
    /// <returns>The line, or why these points have none.</returns>
    public static Reading<LinearPrediction> Of(
        ImmutableArray<(double X, double Y)> points, LinearNoise noise = LinearNoise.ProportionalToY, double level = 0.95)
    {
        if (points.Length < FewestPoints)
            return Reading<LinearPrediction>.Unavailable($"{CountText.Of(points.Length, "point", "make")} no line with an error: at least {FewestPoints} are needed");

        if (points.Any(point => !double.IsFinite(point.X) || !double.IsFinite(point.Y)))
            return Reading<LinearPrediction>.Unavailable("a point is not of finite numbers");

        if (points.Any(point => Spread(noise, point.X, point.Y) <= 0))
            return Reading<LinearPrediction>.Unavailable("a point has no relative error: it is not above 0");

        if (points.DistinctBy(point => point.X).Count() < 2)
            return Reading<LinearPrediction>.Unavailable("all points are of one amount of work, which leaves its fixed cost open");

        var line = Fit.Of(points, noise, level);
        return double.IsFinite(line.Intercept) && double.IsFinite(line.Slope) && double.IsFinite(line.Scatter)
            ? Reading<LinearPrediction>.Of(new LinearPrediction(line))
            : Reading<LinearPrediction>.Unavailable("the points are too far apart, or too close together, to be computed with");
    }

    /// <summary>What one further run of another amount of work will cost.</summary>
    /// <param name="amount">The amount of work, in the unit of x.</param>
    /// <returns>The cost with its prediction interval, wider than the line's own by one run's scatter; or why there is none.</returns>
    public Reading<Estimate> Predict(double amount)
    {
        if (!double.IsFinite(amount))
            return Reading<Estimate>.Unavailable("the amount of work is not a finite number");

        var cost = fit.Intercept + (fit.Slope * amount);
        var spread = Spread(fit.Noise, amount, cost);
        return spread > 0
            ? Reading<Estimate>.Of(fit.About(cost, amount, spread))
            : Reading<Estimate>.Unavailable("the line's cost there is not above 0, so that it has no relative error");
    }

    // An observation's standard deviation, but for a factor common to all.
    private static double Spread(LinearNoise noise, double x, double y) => noise switch
    {
        LinearNoise.ProportionalToY => y,
        LinearNoise.ProportionalToX => x,
        _ => 1,
    };

    private sealed record Fit(double Intercept, double Slope, double Scatter, double MeanX, double SumOfWeights, double SumOfSquares)
    {
        public required LinearNoise Noise { get; init; }

        public required double Level { get; init; }

        public required int Count { get; init; }

        public required int DistinctAmounts { get; init; }

        public required double LargestAmount { get; init; }

        public static Fit Of(ImmutableArray<(double X, double Y)> points, LinearNoise noise, double level)
        {
            // Relative to the first, or squares of very small numbers would be none.
            var unit = Spread(noise, points[0].X, points[0].Y);
            var weighted = points.Select(point => (point.X, point.Y, Weight: Math.Pow(unit / Spread(noise, point.X, point.Y), 2))).ToArray();
            var weights = weighted.Sum(point => point.Weight);
            var meanX = weighted.Sum(point => point.Weight * point.X) / weights;
            var meanY = weighted.Sum(point => point.Weight * point.Y) / weights;
            var squares = weighted.Sum(point => point.Weight * Math.Pow(point.X - meanX, 2));
            var slope = weighted.Sum(point => point.Weight * (point.X - meanX) * (point.Y - meanY)) / squares;
            var intercept = meanY - (slope * meanX);
            var residual = weighted.Sum(point => point.Weight * Math.Pow(point.Y - intercept - (slope * point.X), 2));
            var scatter = Math.Sqrt(residual / (points.Length - 2));
            return new Fit(intercept, slope, scatter / unit, meanX, weights / (unit * unit), squares / (unit * unit))
            {
                Noise = noise,
                Level = level,
                Count = points.Length,
                DistinctAmounts = points.DistinctBy(point => point.X).Count(),
                LargestAmount = points.Max(point => point.X),
            };
        }

        public Estimate About(double value, double amount, double ownNoise) => Around(
            value, Scatter * Math.Sqrt((ownNoise * ownNoise) + (1 / SumOfWeights) + (Math.Pow(amount - MeanX, 2) / SumOfSquares)));

        public Estimate Around(double value, double standardError)
        {
            var reach = Student.Quantile(Count - 2, (1 - Level) / 2) * standardError;
            return new Estimate(value, value - reach, value + reach, Count, Level);
        }
    }
}
