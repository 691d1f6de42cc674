namespace Afmpeg.Perf.Verdicts;

/// <summary>Why a limit is not settled by a reading that is there.</summary>
public enum Doubt
{
    /// <summary>Nothing stands in the way.</summary>
    None,

    /// <summary>The interval straddles the limit.</summary>
    Straddles,

    /// <summary>The value is nearer to the limit than this host tells a lane from itself.</summary>
    WithinNoise,

    /// <summary>The interval lies beyond, but among so many limits that is not unlikely enough yet.</summary>
    AmongMany,
}
