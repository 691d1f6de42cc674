namespace Afmpeg.Perf.Lanes;

/// <summary>How one run of a job ended.</summary>
public enum Outcome
{
    /// <summary>It ended well and its output is right.</summary>
    Ok,

    /// <summary>It ended badly, or its output is wrong; the reason says which.</summary>
    Failed,

    /// <summary>It ran into its time limit and was killed.</summary>
    TimedOut,

    /// <summary>The machine was suspended or its clock was set meanwhile: neither its times nor its end say anything of the lane.</summary>
    Voided,
}
