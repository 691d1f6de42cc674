namespace Afmpeg.Perf.Verdicts;

/// <summary>What a limit says of a case.</summary>
public enum Verdict
{
    /// <summary>The whole interval lies on the limit's good side.</summary>
    Within,

    /// <summary>The whole interval lies beyond the limit.</summary>
    Exceeded,

    /// <summary>The interval straddles the limit, or too few rounds support one.</summary>
    Inconclusive,

    /// <summary>There is no reading; the finding says why.</summary>
    NotMeasured,
}
