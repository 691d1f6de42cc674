namespace Afmpeg.Perf.Statistics;

/// <summary>
/// Many tests in one run: chances adjusted so that the chance of any false alarm among them stays below a level, however they depend on one
/// another (S. Holm, Scandinavian Journal of Statistics 6, 1979).
/// </summary>
public static class Holm
{
    /// <summary>
    /// The adjusted chances in the same order: a test holds at a level for the whole family if its adjusted chance is at most that level.
    /// </summary>
    /// <exception cref="ArgumentException">A chance is not from 0 to 1.</exception>
    public static ImmutableArray<double> Adjust(IReadOnlyList<double> chances)
    {
        foreach (var (index, chance) in chances.Index())
        {
            if (chance is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"error chance {index + 1} of {chances.Count} is {chance}; expected 0 to 1", nameof(chances));
            }
        }

        var adjusted = new double[chances.Count];
        var largest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, chances.Count).OrderBy(index => chances[index]).Index())
        {
            largest = Math.Max(largest, Math.Min(1, (chances.Count - rank) * chances[index]));
            adjusted[index] = largest;
        }

        return [.. adjusted];
    }
}
