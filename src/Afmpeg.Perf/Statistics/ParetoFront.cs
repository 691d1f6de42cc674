using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Which points no other point beats (Pareto optimality: K. Miettinen, Nonlinear Multiobjective Optimization, 1999, section 2.2). One beats
/// another when it is surely at least as good in every objective and surely better in one, where "surely" is by intervals: its worst end
/// against the other's best. Intervals that overlap decide nothing, so the front keeps all that the data cannot rule out, ties too; what is
/// known to be equal (the same bytes, a quality of identical output) should come as <see cref="Bounds.Exact"/>.
/// </summary>
public static class ParetoFront
{
    /// <summary>A place for each point, in the points' order; each point has its bounds in the objectives' order.</summary>
    public static Reading<ImmutableArray<ParetoPlace>> Of(ImmutableArray<ParetoDirection> objectives,
        ImmutableArray<ImmutableArray<Bounds>> points)
    {
        if (objectives.IsDefaultOrEmpty || points.IsDefaultOrEmpty)
            return Reading<ImmutableArray<ParetoPlace>>.Unavailable("there are no points, or no objectives to compare them by");

        if (points.Any(point => point.Length != objectives.Length))
            return Reading<ImmutableArray<ParetoPlace>>.Unavailable($"a point has not {objectives.Length} objectives");

        if (points.Any(point => point.Any(bounds =>
            !double.IsFinite(bounds.Low) || !double.IsFinite(bounds.High) || bounds.Low > bounds.High)))
            return Reading<ImmutableArray<ParetoPlace>>.Unavailable("a point's bounds are no interval of finite numbers");

        var costs = points.Select(point => point.Zip(objectives, Cost).ToArray()).ToArray();
        var indices = Enumerable.Range(0, costs.Length);
        return Reading<ImmutableArray<ParetoPlace>>.Of(
            [.. indices.Select(index => new ParetoPlace(index, [.. indices.Where(other => Beats(costs[other], costs[index]))]))]);
    }

    // Turned so that lower is better in all.
    private static Bounds Cost(Bounds bounds, ParetoDirection direction) =>
        direction == ParetoDirection.LowerIsBetter ? bounds : new Bounds(-bounds.High, -bounds.Low);

    private static bool Beats(Bounds[] one, Bounds[] other)
    {
        var pairs = one.Zip(other).ToArray();
        return pairs.All(pair => pair.First.High <= pair.Second.Low) && pairs.Any(pair => pair.First.High < pair.Second.Low);
    }
}

/// <summary>A point's place in a comparison by several objectives.</summary>
/// <param name="Index">The point's index among those compared.</param>
/// <param name="BeatenBy">The indices of all points that beat it; empty on the front.</param>
public sealed record ParetoPlace(int Index, ImmutableArray<int> BeatenBy);

/// <summary>Which end of an objective is better.</summary>
public enum ParetoDirection
{
    /// <summary>Less is better: seconds, bytes.</summary>
    LowerIsBetter,

    /// <summary>More is better: frames per second, quality.</summary>
    HigherIsBetter,
}
