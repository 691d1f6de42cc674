namespace Afmpeg.Perf.Statistics;

/// <summary>Whether a module's speed pays for its download.</summary>
public enum BreakEvenKind
{
    /// <summary>It is ahead from the start: no larger and faster, or smaller and no slower.</summary>
    Always,

    /// <summary>It is larger and faster: ahead once it has encoded long enough.</summary>
    From,

    /// <summary>It is smaller and slower: ahead until it has encoded too long.</summary>
    Until,

    /// <summary>It is never ahead: no smaller and no faster.</summary>
    Never,

    /// <summary>Whether it is faster is within the measurement's error.</summary>
    Undecided,
}
