namespace Afmpeg.Perf.Comparisons;

/// <summary>What became of a case's speed from one run (A) to the other (B).</summary>
public enum SpeedVerdict
{
    /// <summary>Faster in B: shown for all compared cases together, by more than the tolerance, and than the noise floors where native is one of its lanes, on a machine in the same state.</summary>
    Faster,

    /// <summary>Slower in B, likewise.</summary>
    Slower,

    /// <summary>Shown to differ by less than the tolerance, where native is one of its lanes on hosts that show native to equal itself within it; not merely no difference shown.</summary>
    Same,

    /// <summary>None of these is shown; the reason says what would show it.</summary>
    CannotTell,

    /// <summary>B has no such case.</summary>
    OnlyInA,

    /// <summary>A has no such case.</summary>
    OnlyInB,
}
