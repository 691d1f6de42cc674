namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Draws from distributions, by inversion or Box and Muller, so that a seed gives the same numbers everywhere.</summary>
public static class Draw
{
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Mean 1, variance 1.</summary>
    public static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    /// <summary>Student's t with three degrees of freedom: variance 3, no fourth moment.</summary>
    public static double StudentWithThree(Random random)
    {
        var (a, b, c) = (Normal(random), Normal(random), Normal(random));
        return Normal(random) / Math.Sqrt(((a * a) + (b * b) + (c * c)) / 3);
    }

    /// <summary>A chain of normals of variance 1, each like the one before.</summary>
    public static Func<double> Chain(Random random, double correlation)
    {
        var last = Normal(random);
        return () =>
        {
            var now = last;
            last = (correlation * last) + (Math.Sqrt(1 - (correlation * correlation)) * Normal(random));
            return now;
        };
    }
}
