using Afmpeg.Perf.Log;

namespace Afmpeg.Perf.Summaries;

/// <summary>Where a run's time went.</summary>
/// <param name="Measured">Wall time of the measured processes, all together.</param>
/// <param name="Total">Wall time of the whole run, above 0.</param>
/// <param name="Checked">Wall time of checking outputs, their quality included; null where a run of an earlier version did not keep
/// it.</param>
public sealed record TimeBreakdown(TimeSpan Measured, TimeSpan Total, TimeSpan? Checked = null)
{
    /// <summary>What neither ran a measured process nor checked an output.</summary>
    public TimeSpan Rest => Total - Measured - (Checked ?? TimeSpan.Zero);

    /// <summary>That of some rows.</summary>
    public static TimeBreakdown Of(IEnumerable<Measurement> rows, TimeSpan shared, TimeSpan total, TimeSpan check) =>
        new(TimeSpan.FromSeconds(rows.Sum(row => row.WallSeconds ?? 0)) + shared, total, check);
}
