namespace Afmpeg.Perf.Statistics;

/// <summary>
/// The averages of all pairs of observations, each with itself too, in order. They are counted and not kept: 46,341 observations have more
/// than two thousand million of them.
/// </summary>
internal sealed class WalshAverages
{
    private readonly double[] sorted;

    /// <summary>Prepares the averages.</summary>
    public WalshAverages(IEnumerable<double> observations) => sorted = [.. observations.Order()];

    /// <summary>How many averages there are.</summary>
    public long Count => (long)sorted.Length * (sorted.Length + 1) / 2;

    /// <summary>The median: of an even number the mean of the middle two.</summary>
    public double Median => Count % 2 == 1 ? Smallest(Count / 2) : (Smallest((Count / 2) - 1) + Smallest(Count / 2)) / 2;

    /// <summary>
    /// The average at a place from 0 up to <see cref="Count"/> - 1, exactly as a sorted list of all has it: the number at which the count
    /// of averages up to it passes the place, found by bisection.
    /// </summary>
    public double Smallest(long place)
    {
        var (low, high) = (Position(sorted[0]), Position(sorted[^1]));
        while (low < high)
        {
            var middle = (long)(((Int128)low + high) >> 1);
            (low, high) = UpTo(Number(middle)) > place ? (low, middle) : (middle + 1, high);
        }

        return Number(low);
    }

    // Each observation's partners that are not below it and whose average with it is within the bound: fewer the larger it is.
    private long UpTo(double bound)
    {
        var within = 0L;
        var last = sorted.Length - 1;
        for (var first = 0; first <= last; first++)
        {
            while (last >= first && (sorted[first] + sorted[last]) / 2 > bound)
            {
                last--;
            }

            within += last - first + 1;
        }

        return within;
    }

    // A double's place among all doubles: its bits in order, the negative ones reversed.
    private static long Position(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Number(long position) => BitConverter.Int64BitsToDouble(position >= 0 ? position : long.MinValue - position);
}
