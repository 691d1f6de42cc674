using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>
/// Cases whose rounds are drawn instead of measured, sampled and judged by the suite's own code: looks, pseudo-median, <see cref="Judge"/>.
/// Each case has one limit, a native multiple of at most <see cref="Bound"/>, or a realtime factor of at least one divided by that.
/// </summary>
/// <param name="Noise">What the rounds scatter by.</param>
/// <param name="Spread">The standard deviation of a round's log ratio.</param>
/// <param name="Cases">How many cases the suite has.</param>
public sealed record SimulatedSuite(NoiseModel Noise, double Spread, int Cases)
{
    /// <summary>The limit of each case: how many times what its native, or its media, takes.</summary>
    public const double Bound = 8;

    /// <summary>About as many limits on times as a full run judges.</summary>
    public const int LikeAFullRun = 100;

    private static readonly ConsumerProfile Consumer = new("simulation", "None.", "Nobody waits.");

    private static readonly Limit Multiple = new(
        "simulated", Consumer, new Glob("*"), Metric.NativeMultiple, Bound, null, "x native", "it is simulated", LimitBasis.Assumed, "the simulation", "nowhere:1");

    private static readonly Limit Realtime = Multiple with { Metric = Metric.RealtimeFactor, AtMost = null, AtLeast = 1 / Bound, Unit = "x realtime" };

    private static readonly Reading<NoiseFloor> NoFloor = Reading<NoiseFloor>.Unavailable("rounds are drawn");

    private static readonly ImmutableArray<CaseSummary> Unmeasured =
        [.. Enumerable.Range(1, LikeAFullRun).Select(number => CaseSummaries.NotMeasured($"transcode/case-{number}/libx264-veryfast/wasmtime+O3", "no round yet"))];

    /// <summary>Whether cases are judged by their realtime factors, which are of one lane alone, instead of by their multiples, which are of pairs.</summary>
    public bool IsUnpaired { get; init; }

    /// <summary>Whether runs take long, so that cases are looked at after two and three rounds as well.</summary>
    public bool HasLongRuns { get; init; }

    private ImmutableArray<int> Looks => HasLongRuns ? [.. RoundLimits.Default.Early, .. RoundLimits.Default.Looks] : RoundLimits.Default.Looks;

    private Thresholds Thresholds => new(
        new RecordedDecision("none", DecisionOutcome.Undecided, null, "None.", new DateOnly(2026, 1, 1)), [Consumer], [IsUnpaired ? Realtime : Multiple]);

    /// <summary>Samples one case until it is decided or has the most rounds.</summary>
    /// <param name="random">What its rounds are drawn from.</param>
    /// <param name="truth">How many times what native, or its media, takes it truly takes.</param>
    /// <param name="number">Which of the cases it is, from 0.</param>
    /// <param name="pair">The log ratios of the A/A pair, those before everything else first; none for a host without a floor.</param>
    /// <returns>The case as it ended.</returns>
    public CaseSummary Sample(Random random, double truth, int number = 0, double[]? pair = null)
    {
        var ratios = Draw(random, truth, RoundLimits.Default.Most);
        foreach (var look in Looks)
        {
            var summary = After(ratios[..look], number);
            if (look == RoundLimits.Default.Most || Judge.IsDecided(Thresholds, summary, Cases, Floor(pair, look)))
            {
                return summary;
            }
        }

        throw new InvalidOperationException("the last look is the most rounds");
    }

    /// <summary>Measures one case for a number of rounds fixed beforehand.</summary>
    /// <param name="random">What its rounds are drawn from.</param>
    /// <param name="truth">How many times what native, or its media, takes it truly takes.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>The case.</returns>
    public CaseSummary Measure(Random random, double truth, int rounds) => After(Draw(random, truth, rounds), 0);

    /// <summary>Draws the A/A pair of a run.</summary>
    /// <param name="random">What it is drawn from.</param>
    /// <returns>Its ratios: those before everything else, and as many as a case has rounds at most.</returns>
    public double[] Pair(Random random) => Noise.OfPair.Ratios(random, 1, Spread, NoisePair.LeadingRounds + RoundLimits.Default.Most);

    /// <summary>The floor after so many rounds of a case.</summary>
    /// <param name="pair">What <see cref="Pair"/> drew; null for a host without a floor.</param>
    /// <param name="rounds">The rounds.</param>
    /// <returns>The floor.</returns>
    public static Reading<NoiseFloor> Floor(double[]? pair, int rounds) =>
        pair is null ? NoFloor : PseudoMedian.OfLogs(pair[..(NoisePair.LeadingRounds + rounds)]).Select(ratio => new NoiseFloor(ratio));

    /// <summary>Whether a case is beyond its limit with what a run of so many limits asks for: Holm's first step, without which no case of a run is an alarm.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="floor">The host's noise floor; none where it is left out.</param>
    /// <returns>Whether it raises an alarm.</returns>
    public bool IsAlarm(CaseSummary summary, Reading<NoiseFloor>? floor = null) => IsBeyond(summary) && Judge.IsDecided(Thresholds, summary, Cases, floor ?? NoFloor);

    /// <summary>Whether the whole interval of a case lies within its limit, and is further away than the floor.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="floor">The host's noise floor; none where it is left out.</param>
    /// <returns>Whether it passes.</returns>
    public bool IsWithin(CaseSummary summary, Reading<NoiseFloor>? floor = null) => IsPassing(summary) && !IsNear(summary, floor ?? NoFloor);

    /// <summary>Whether the whole interval of a case lies on one side of its limit, but nearer than the floor.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="floor">The host's noise floor.</param>
    /// <returns>Whether it is inconclusive for that reason.</returns>
    public bool IsHidden(CaseSummary summary, Reading<NoiseFloor> floor) => (IsPassing(summary) || IsBeyond(summary)) && IsNear(summary, floor);

    /// <summary>Whether the interval of a case holds what is true.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="truth">How many times what native, or its media, takes it truly takes.</param>
    /// <returns>Whether it does.</returns>
    public bool Holds(CaseSummary summary, double truth)
    {
        var value = IsUnpaired ? 1 / truth : truth;
        return Observed(summary).TryGet(out var estimate) && estimate.Low <= value && value <= estimate.High;
    }

    /// <summary>Samples every case.</summary>
    /// <param name="random">What the rounds are drawn from.</param>
    /// <param name="truth">How many times what native, or its media, takes each truly takes.</param>
    /// <param name="pair">The A/A pair of the run; null for a host without a floor.</param>
    /// <returns>The cases as they ended.</returns>
    public ImmutableArray<CaseSummary> Run(Random random, double truth, double[]? pair = null) =>
        [.. Enumerable.Range(0, Cases).Select(number => Sample(random, truth, number, pair))];

    /// <summary>Judges cases as one run.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="floor">The host's noise floor; none where it is left out.</param>
    /// <returns>A finding per case.</returns>
    public ImmutableArray<Finding> Findings(IEnumerable<CaseSummary> cases, Reading<NoiseFloor>? floor = null) => Judge.Findings(Thresholds, cases, floor ?? NoFloor);

    private bool IsPassing(CaseSummary summary) => Observed(summary).TryGet(out var estimate) && (IsUnpaired ? estimate.Low >= 1 / Bound : estimate.High <= Bound);

    private bool IsBeyond(CaseSummary summary) => Observed(summary).TryGet(out var estimate) && (IsUnpaired ? estimate.High < 1 / Bound : estimate.Low > Bound);

    private bool IsNear(CaseSummary summary, Reading<NoiseFloor> floor) =>
        floor.TryGet(out var known) && Observed(summary).TryGet(out var estimate) && known.Hides(estimate.Value, IsUnpaired ? 1 / Bound : Bound);

    private Reading<Estimate> Observed(CaseSummary summary) => IsUnpaired ? summary.RealtimeFactor : summary.NativeMultiple;

    private double[] Draw(Random random, double truth, int rounds) =>
        IsUnpaired ? [.. Noise.Times(random, truth, Spread, rounds).Select(time => 1 / time)] : Noise.Ratios(random, truth, Spread, rounds);

    private CaseSummary After(double[] rounds, int number)
    {
        var widening = IsUnpaired ? RoundAutocorrelation.InflationOfTimes(rounds.Length) : Noise.InflationFactor(rounds.Length);
        var estimate = PseudoMedian.OfLogs(rounds, widening);
        var measured = Unmeasured[number] with { Rounds = rounds.Length, ExecuteSeconds = HasLongRuns ? [EarlyStop.LongRunSeconds] : [] };
        return IsUnpaired
            ? measured with { RealtimeFactor = estimate, RealtimeFactors = [.. rounds] }
            : measured with { NativeMultiple = estimate, NativeRatios = [.. rounds], NativeInflationFactor = widening };
    }
}
