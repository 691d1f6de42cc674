namespace Afmpeg.Perf.Toolchains;

/// <summary>What became of a step of set-up.</summary>
public enum SetupState
{
    /// <summary>It begins.</summary>
    Started,

    /// <summary>It is still at it.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It failed, and set-up goes on without it: an optional engine.</summary>
    Skipped,
}

/// <summary>Progress of set-up; at least one event every few seconds.</summary>
/// <param name="Step">The step, such as "gpl+O3-simd128: ffmpeg".</param>
/// <param name="State">What became of it.</param>
/// <param name="Elapsed">How long it has taken so far.</param>
/// <param name="LastTime">How long it took when it was done last; null where it never was.</param>
public sealed record SetupEvent(string Step, SetupState State, TimeSpan Elapsed, TimeSpan? LastTime);
