namespace Afmpeg.Perf.Verdicts;

/// <summary>How requirement R-AF-12 is decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Single-threaded Wasm is acceptable: close the requirement.</summary>
    NoGo,

    /// <summary>One lever is worth an implementation spec.</summary>
    Go,

    /// <summary>The measurements do not settle it.</summary>
    Undecided,
}
