namespace Afmpeg.Perf.Running;

/// <summary>What becomes of an unfinished run in the output folder.</summary>
public enum ResumeMode
{
    /// <summary>It goes on where it is the same run (host, cases, modules, media); otherwise a new one begins. Its rows stay in either case.</summary>
    IfSame,

    /// <summary>It goes on, or it is an error.</summary>
    Required,

    /// <summary>A new run begins.</summary>
    Never,
}
