namespace Afmpeg.Perf.SharedCore;

/// <summary>How the processor time of one lane (B) compares with that of another (A).</summary>
public enum SpeedVerdict
{
    /// <summary>B takes less, by more than the tolerance.</summary>
    Faster,

    /// <summary>B takes more, by more than the tolerance.</summary>
    Slower,

    /// <summary>Both are shown to take the same within the tolerance; not merely no difference shown.</summary>
    Same,

    /// <summary>None of these is shown.</summary>
    CannotTell,
}
