using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Merged;

/// <summary>One of the runs that a merged report shows, as its own host judges it.</summary>
/// <param name="State">The run.</param>
/// <param name="Floor">Its host's noise floor.</param>
/// <param name="Cases">What its rows say.</param>
/// <param name="Findings">Its limits, judged by its own rows; an alarm holds for all runs together.</param>
public sealed record MergedRun(RunState State, Reading<NoiseFloor> Floor, ImmutableArray<CaseSummary> Cases, ImmutableArray<Finding> Findings)
{
    /// <summary>Host and run: two machines of a fleet may have one fingerprint.</summary>
    public string Name => $"{State.Conditions.Host.Fingerprint} (run {State.Run})";

    /// <summary>The shard that it is, or that it is none.</summary>
    public string Part => State.Shard is { } part ? $"{part.Shard}" : "all of its own";

    /// <summary>Whether it came to its end; a shard without a case has nothing to come to.</summary>
    public bool IsFinished => State.Account is not null || State.Cases.IsEmpty;
}
