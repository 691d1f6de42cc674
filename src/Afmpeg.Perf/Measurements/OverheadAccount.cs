namespace Afmpeg.Perf.Measurements;

/// <summary>How much of a run's time the suite itself took.</summary>
/// <param name="Measured">Wall time of the measured processes, all together.</param>
/// <param name="Total">Wall time of the whole run, above 0.</param>
public sealed record OverheadAccount(TimeSpan Measured, TimeSpan Total)
{
    /// <summary>The part of the total that no measured process ran in: checks, summaries, starting.</summary>
    public double Share => 1 - (Measured / Total);

    /// <summary>The account of some rows.</summary>
    /// <param name="rows">The rows that were measured in that time.</param>
    /// <param name="total">The time.</param>
    /// <returns>The account.</returns>
    public static OverheadAccount Of(IEnumerable<Measurement> rows, TimeSpan total) =>
        new(TimeSpan.FromSeconds(rows.Sum(row => row.WallSeconds ?? 0)), total);
}
