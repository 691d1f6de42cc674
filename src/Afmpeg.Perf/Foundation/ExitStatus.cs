namespace Afmpeg.Perf.Foundation;

/// <summary>How the command ends; the numbers are a contract with scripts and CI.</summary>
public enum ExitStatus
{
    /// <summary>Every judged limit is within.</summary>
    Within = 0,

    /// <summary>A limit is exceeded, an output is wrong, or the decision changed.</summary>
    Exceeded = 1,

    /// <summary>The command line or a configuration file is wrong.</summary>
    BadUsage = 2,

    /// <summary>Something that the work needs is missing: a package, a source, space, the network.</summary>
    Missing = 3,

    /// <summary>
    /// Nothing was measured, or a merge lacks a finished run of a shard; or under --strict, a limit could not be judged or none judges a
    /// module.
    /// </summary>
    Inconclusive = 4,

    /// <summary>Interrupted by the user; what was measured is kept.</summary>
    Interrupted = 130,
}
