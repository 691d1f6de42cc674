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
