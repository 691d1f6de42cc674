namespace Afmpeg.Perf.Reports;

/// <summary>Whether a case can be spoken of at all.</summary>
public enum CaseStatus
{
    /// <summary>At least one round counts; single readings may still be absent.</summary>
    Measured,

    /// <summary>No round counts, and none failed.</summary>
    NotMeasured,

    /// <summary>A run failed, timed out or made a wrong output.</summary>
    Failed,
}
