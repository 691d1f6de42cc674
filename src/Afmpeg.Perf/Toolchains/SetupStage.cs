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
