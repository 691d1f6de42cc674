namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The orders in which treatments follow one another when neither the place nor what went before may favour one of them: E. J. Williams,
/// "Experimental designs balanced for the estimation of residual effects of treatments", Australian Journal of Scientific Research A 2
/// (1949), 149-168. Over a whole design every treatment has each place, and comes right after each other one, equally often.
/// </summary>
public static class WilliamsDesign
{
    /// <summary>
    /// The design: one Latin square for an even number of treatments, two that mirror each other for an odd one. Each has a row per
    /// treatment, each row every treatment from 0 once.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ImmutableArray<ImmutableArray<ImmutableArray<int>>> Of(int treatments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(treatments);
        if (treatments == 0)
        {
            return [];
        }

        ImmutableArray<ImmutableArray<int>> square = [.. Enumerable.Range(0, treatments).Select(shift => Row(treatments, shift))];
        // An odd square has each neighbour twice or not at all; those that it lacks are the mirrored ones.
        return treatments % 2 == 0 || treatments == 1 ? [square] : [square, [.. square.Select(row => row.Reverse().ToImmutableArray())]];
    }

    // 0, 1, n-1, 2, n-2, ...: the steps from place to place are all different (for even n), so that shifting the row gives each neighbour
    // once.
    private static ImmutableArray<int> Row(int treatments, int shift) =>
        [.. Enumerable.Range(0, treatments)
            .Select(place => ((place % 2 == 1 ? (place + 1) / 2 : treatments - (place / 2)) + shift) % treatments)];
}
