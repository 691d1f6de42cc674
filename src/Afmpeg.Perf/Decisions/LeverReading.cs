using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>A lever or a piece of guidance as a run shows it.</summary>
/// <param name="Change">What is changed.</param>
/// <param name="Gains">What it does to each case that it bears on.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">What it does to each limit on what upstream ships.</param>
public abstract record ChangeReading(Lever Change, ImmutableArray<LeverGain> Gains, LeverCosts Costs, ImmutableArray<LeverEffect> Effects)
{
    /// <summary>How many judgements it rescues: exceeded without it, within with it.</summary>
    public int Rescued => Effects.Count(effect => effect.IsRescued);

    /// <summary>How many it breaks: within without it, no longer surely within with it.</summary>
    public int Broken => Effects.Count(effect => effect.IsBroken);
}

/// <summary>
/// A lever as a run shows it: its gains and effects are those with the adopted guidance in place, on which the decision rests.
/// </summary>
/// <param name="Change">What is changed.</param>
/// <param name="Rating">What people think it costs; the highest cost where nobody has rated it.</param>
/// <param name="Preference">Its place in the order of preference, from 0.</param>
/// <param name="Gains">What it does to each case with the guidance in place.</param>
/// <param name="AsShipped">What it does to each case as upstream ships it, without any guidance.</param>
/// <param name="OnTop">What it adds to guidance, default build and default engine; for one of these two, to the other one.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">What it does to each limit.</param>
public sealed record LeverReading(
    Lever Change,
    LeverRating Rating,
    int Preference,
    ImmutableArray<LeverGain> Gains,
    ImmutableArray<LeverGain> AsShipped,
    ImmutableArray<LeverGain> OnTop,
    LeverCosts Costs,
    ImmutableArray<LeverEffect> Effects) : ChangeReading(Change, Gains, Costs, Effects);

/// <summary>A piece of guidance as a run shows it: its gains are as shipped, and with the adopted guidance in place.</summary>
/// <param name="Change">What a caller changes.</param>
/// <param name="Choice">Whether people adopted it, why, and what it gives up.</param>
/// <param name="Gains">What it does to each case that it bears on.</param>
/// <param name="Costs">What it costs.</param>
/// <param name="Effects">What it does to each limit: adopted guidance in order, rejected guidance behind all that is adopted.</param>
public sealed record GuidanceReading(
    Lever Change, GuidanceChoice Choice, ImmutableArray<LeverGain> Gains, LeverCosts Costs, ImmutableArray<LeverEffect> Effects)
    : ChangeReading(Change, Gains, Costs, Effects)
{
    /// <summary>Whether people adopted it and some limit is judged with it in place.</summary>
    public bool IsInPlace => Choice.IsAdopted && Effects.Any(effect => effect.With is not null);
}

/// <summary>What a lever or a piece of guidance does to one case.</summary>
/// <param name="From">The case without it.</param>
/// <param name="To">The case with it.</param>
/// <param name="Times">How many times as fast it makes the case, by paired rounds; or why that is not known.</param>
public sealed record LeverGain(BenchmarkCase From, BenchmarkCase To, Reading<Estimate> Times)
{
    /// <summary>Whether the throughput of a batch is gained, and not the wait for one job.</summary>
    public bool IsThroughput => From.Job.Copies > 1;

    /// <summary>The gain that stands for several: the reference transcode's, else the first; null where there is none.</summary>
    public static LeverGain? Main(IEnumerable<LeverGain> gains) =>
        gains.OrderByDescending(gain => gain.From.Job.LaneCoverage == LaneCoverage.EveryLane).FirstOrDefault();

    /// <summary>The gain that stands for several, as a cell.</summary>
    internal static AxisCell Cell(IEnumerable<LeverGain> gains) => Main(gains) is { } gain ? AxisCell.Of(gain.Times) : AxisCell.Of("-");
}

/// <summary>What a lever or a piece of guidance does to one limit.</summary>
/// <param name="Shipped">The limit on the case as upstream ships it.</param>
/// <param name="Without">The limit on the case that the change starts from: for a lever, with all adopted guidance in place.</param>
/// <param name="With">
/// The limit on the case after the change; null where the change has no bearing on it, or the run did not plan that case.
/// </param>
public sealed record LeverEffect(Finding Shipped, Finding Without, Finding? With)
{
    /// <summary>Where the change leaves the limit.</summary>
    public Finding Result => With ?? Without;

    /// <summary>Exceeded without the change, and within with it.</summary>
    public bool IsRescued => Without.Verdict == Verdict.Exceeded && With?.Verdict == Verdict.Within;

    /// <summary>
    /// Within without the change, and no longer surely within with it: doubt counts against a change as it counts for one.
    /// </summary>
    public bool IsBroken => Without.Verdict == Verdict.Within && With is { Verdict: not Verdict.Within };

    /// <summary>Within without the change, and surely exceeded with it.</summary>
    public bool IsSurelyBroken => Without.Verdict == Verdict.Within && With?.Verdict == Verdict.Exceeded;

    /// <summary>Not surely within without the change, and surely within with it.</summary>
    public bool IsKept => Without.Verdict != Verdict.Within && With?.Verdict == Verdict.Within;

    /// <summary>Whether more rounds might show that the change keeps a limit that is not surely within without it.</summary>
    public bool MayBeKept =>
        Without.Verdict != Verdict.Within && With?.Verdict is Verdict.Within or Verdict.Inconclusive or Verdict.NotMeasured;
}
