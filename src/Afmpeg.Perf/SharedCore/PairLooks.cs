namespace Afmpeg.Perf.SharedCore;

/// <summary>When a pair may end, and how sure it must be then.</summary>
public static class PairLooks
{
    /// <summary>The windows after which a pair may end, ascending.</summary>
    public static IReadOnlyList<int> Looks { get; } = [8, 16, 32];

    /// <summary>How much processor time may change by default, as a fraction.</summary>
    public const double Tolerance = 0.005;

    /// <summary>
    /// The chance of calling anything faster or slower in a comparison where nothing is, all of its pairs and looks together; as for all
    /// limits of a run (FamilyWiseError.Level, and its reason).
    /// </summary>
    public const double Level = 0.002;

    /// <summary>
    /// The chance of calling a pair the same that differs by just the tolerance: two one-sided tests, all looks together.
    /// </summary>
    public const double EquivalenceError = 0.05;
}
