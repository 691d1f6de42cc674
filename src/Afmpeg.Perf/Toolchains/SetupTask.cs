namespace Afmpeg.Perf.Toolchains;

/// <summary>The order of set-up.</summary>
public enum SetupStage
{
    /// <summary>Packages that only apt can install.</summary>
    Install,

    /// <summary>The index of a Debian suite, in a private apt root.</summary>
    Index,

    /// <summary>Downloads.</summary>
    Fetch,

    /// <summary>Compiling.</summary>
    Build,

    /// <summary>Clips, made with what was built.</summary>
    Derive,
}

/// <summary>One thing that set-up has yet to do.</summary>
/// <param name="Name">What it makes, for people.</param>
/// <param name="Stage">Tasks of one stage run side by side, after those of the stages before it.</param>
/// <param name="Work">Does it.</param>
/// <param name="IsOptional">Whether set-up goes on without it: what it makes is then absent, with a reason.</param>
public sealed record SetupTask(string Name, SetupStage Stage, Func<CancellationToken, Task> Work, bool IsOptional = false)
{
    /// <summary>
    /// The command that root can run instead: it installs the packages of every task of this stage. Null where no package is installed.
    /// </summary>
    public string? Command { get; init; }

    /// <summary>Whether apt does it, and apt is missing.</summary>
    public bool LacksApt { get; init; }

    /// <summary>Whether set-up cannot go on for lack of apt.</summary>
    public bool IsImpossible => LacksApt && !IsOptional;
}
