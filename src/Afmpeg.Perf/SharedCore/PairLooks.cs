namespace Afmpeg.Perf.SharedCore;

/// <summary>When a pair may end, and how sure it must be then.</summary>
public static class PairLooks
{
    /// <summary>The windows after which a pair may end, ascending.</summary>
    public static IReadOnlyList<int> Looks { get; } = [8, 16, 32];

    /// <summary>How much processor time may change, as a fraction, where nothing else is said.</summary>
    public const double Tolerance = 0.005;
}
