namespace Afmpeg.Perf.Reports;

/// <summary>How much of a run's time the suite itself took.</summary>
/// <param name="Measured">Wall time of the measured processes, all together.</param>
/// <param name="Total">Wall time of the whole run, above 0.</param>
public sealed record OverheadAccount(TimeSpan Measured, TimeSpan Total)
{
    /// <summary>The part of the total that no measured process ran in: checks, summaries, starting.</summary>
    public double Share => 1 - (Measured / Total);
}
