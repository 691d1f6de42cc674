using System.Collections.Concurrent;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>
/// Cases whose rounds are drawn instead of measured, sampled and judged by the suite's own code: looks, pseudo-median, <see cref="Judge"/>.
/// Each case has one limit: a native multiple of at most <see cref="Bound"/>, or a realtime factor of at least one divided by that. A
/// case's truth is how many times what native, or its media, takes it truly takes; a factor of 1 puts it at its limit.
/// </summary>
public sealed record SimulatedSuite(NoiseModel Noise, double Spread, int Cases = SimulatedSuite.LikeAFullRun)
{
    public const double Bound = 8;

    /// <summary>About as many limits on times as a full run judges.</summary>
    public const int LikeAFullRun = 100;

    /// <summary>A round's scatter of cases at their limits; the chance of a false alarm does not depend on it.</summary>
    public const double UsualSpread = 0.055;

    private const int Seed = 4711;

    private static readonly ConsumerProfile Consumer = new("simulation", "None.", "Nobody waits.");

    private static readonly Limit Multiple = new(
        "simulated", Consumer, new Glob(
            "*"), Metric.NativeMultiple, Bound, null, "x native", "it is simulated", LimitBasis.Assumed, "the simulation", "nowhere:1");

    private static readonly Limit Realtime =
        Multiple with { Metric = Metric.RealtimeFactor, AtMost = null, AtLeast = 1 / Bound, Unit = "x realtime" };

    private static readonly Reading<NoiseFloor> NoFloor = Reading<NoiseFloor>.Unavailable("rounds are drawn");

    private static readonly ImmutableArray<CaseSummary> Unmeasured =
        [.. Enumerable.Range(1, LikeAFullRun)
            .Select(number => CaseSummaries.NotMeasured($"transcode/case-{number}/libx264-veryfast/wasmtime+O3", "no round yet"))];

    // The tables and the spec ask for the same thousands of runs.
    private static readonly ConcurrentDictionary<(SimulatedSuite Suite, double Factor, int Runs), Tally> Counted = new();

    public SimulatedSuite(NoiseModel noise)
        : this(noise, noise.SpreadOr(UsualSpread))
    {
    }

    /// <summary>Whether cases are judged by realtime factors, of one lane alone, instead of by multiples, which pair two lanes.</summary>
    public bool IsUnpaired { get; init; }

    /// <summary>Whether runs take long, so that cases are looked at after two and three rounds as well.</summary>
    public bool HasLongRuns { get; init; }

    private ImmutableArray<int> Looks => HasLongRuns ? [.. RoundLimits.Default.Early, .. RoundLimits.Default.Looks]
        : RoundLimits.Default.Looks;

    private Thresholds Thresholds => new(
        new RecordedDecision("none", DecisionOutcome.Undecided, null, "None.", new DateOnly(2026, 1, 1)), [Consumer], [IsUnpaired ? Realtime
            : Multiple]);

    /// <summary>How often the intervals of cases that stop when they are decided hold the truth, and the mean number of rounds.</summary>
    public Tally Coverage(double factor, int samples) => Coverage(Sampled(factor, samples), factor);

    /// <summary>The same for some of these cases.</summary>
    public Tally Coverage(IEnumerable<CaseSummary> cases, double factor) =>
        Tally.Of(cases, one => Holds(one, Bound * factor), one => one.Rounds);

    /// <summary>How many of so many runs raise any alarm, and the mean number of cases in a run that pass.</summary>
    public Tally Alarms(double factor, int runs) => Counted.GetOrAdd(
        (this, factor, runs), _ =>
            Tally.Of(Runs(factor, runs), cases => cases.Any(one => IsAlarm(one)), cases => cases.Count(one => IsWithin(one))));

    /// <summary>Cases of runs of their own, each sampled until it is decided or has the most rounds.</summary>
    public IEnumerable<CaseSummary> Sampled(double factor, int samples)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, samples).Select(_ => Sample(random, Bound * factor));
    }

    /// <summary>The same for a number of rounds that is fixed beforehand.</summary>
    public IEnumerable<CaseSummary> Measured(double factor, int rounds, int samples)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, samples).Select(_ => After(Draw(random, Bound * factor, rounds), 0));
    }

    /// <summary>The same with the noise floor of their host, which is measured by an A/A pair.</summary>
    public IEnumerable<(CaseSummary Case, Reading<NoiseFloor> Floor)> SampledWithFloor(double factor, int samples)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, samples).Select(_ =>
        {
            var pair = Pair(random);
            var summary = Sample(random, Bound * factor, pair: pair);
            return (summary, Floor(pair, summary.Rounds));
        });
    }

    public IEnumerable<ImmutableArray<CaseSummary>> Runs(double factor, int runs)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, runs).Select(_ => Run(random, Bound * factor));
    }

    /// <summary>One run of all cases, on a host with an A/A pair or without a floor.</summary>
    public ImmutableArray<CaseSummary> Run(Random random, double truth, double[]? pair = null) =>
        [.. Enumerable.Range(0, Cases).Select(number => Sample(random, truth, number, pair))];

    /// <summary>Draws the ratios of a run's A/A pair: those before everything else, and as many as a case has rounds at most.</summary>
    public double[] Pair(Random random) => Noise.OfPair.Ratios(random, 1, Spread, NoisePair.LeadingRounds + RoundLimits.Default.Most);

    /// <summary>The floor after so many rounds of a case; none without a pair.</summary>
    public static Reading<NoiseFloor> Floor(double[]? pair, int rounds) =>
        pair is null ? NoFloor : PseudoMedian.OfLogs(pair[..(NoisePair.LeadingRounds + rounds)]).Select(ratio => new NoiseFloor(ratio));

    /// <summary>Whether a case is so far beyond its limit that it is an alarm among all cases: Holm's first step.</summary>
    public bool IsAlarm(CaseSummary summary, Reading<NoiseFloor>? floor = null) =>
        IsBeyond(summary) && Judge.IsDecided(Thresholds, summary, Cases, floor ?? NoFloor);

    /// <summary>Whether the whole interval of a case lies within its limit, and further away than the floor.</summary>
    public bool IsWithin(CaseSummary summary, Reading<NoiseFloor>? floor = null) =>
        IsPassing(summary) && !IsNear(summary, floor ?? NoFloor);

    /// <summary>Whether the whole interval of a case lies on one side of its limit, but nearer than the floor.</summary>
    public bool IsHidden(CaseSummary summary, Reading<NoiseFloor> floor) =>
        (IsPassing(summary) || IsBeyond(summary)) && IsNear(summary, floor);

    public ImmutableArray<Finding> Findings(IEnumerable<CaseSummary> cases, Reading<NoiseFloor>? floor = null) =>
        Judge.Findings(Thresholds, cases, floor ?? NoFloor);

    private bool Holds(CaseSummary summary, double truth)
    {
        var value = IsUnpaired ? 1 / truth : truth;
        return Observed(summary).TryGet(out var estimate) && estimate.Low <= value && value <= estimate.High;
    }

    private CaseSummary Sample(Random random, double truth, int number = 0, double[]? pair = null)
    {
        var ratios = Draw(random, truth, RoundLimits.Default.Most);
        return Looks.Select(look => After(ratios[..look], number)).First(summary =>
            summary.Rounds == RoundLimits.Default.Most || Judge.IsDecided(Thresholds, summary, Cases, Floor(pair, summary.Rounds)));
    }

    private bool IsPassing(CaseSummary summary) =>
        Observed(summary).TryGet(out var estimate) && (IsUnpaired ? estimate.Low >= 1 / Bound : estimate.High <= Bound);

    private bool IsBeyond(CaseSummary summary) =>
        Observed(summary).TryGet(out var estimate) && (IsUnpaired ? estimate.High < 1 / Bound : estimate.Low > Bound);

    private bool IsNear(CaseSummary summary, Reading<NoiseFloor> floor) =>
        floor.TryGet(out var known) && Observed(summary).TryGet(out var estimate)
            && known.Hides(estimate.Value, IsUnpaired ? 1 / Bound : Bound);

    private Reading<Estimate> Observed(CaseSummary summary) => IsUnpaired ? summary.RealtimeFactor : summary.NativeMultiple;

    private double[] Draw(Random random, double truth, int rounds) =>
        IsUnpaired ? [.. Noise.Times(random, truth, Spread, rounds).Select(time => 1 / time)] : Noise.Ratios(random, truth, Spread, rounds);

    private CaseSummary After(double[] rounds, int number)
    {
        var inflation = IsUnpaired ? RoundAutocorrelation.InflationOfTimes(rounds.Length) : Noise.InflationFactor(rounds.Length);
        var estimate = PseudoMedian.OfLogs(rounds, inflation);
        var measured = Unmeasured[number] with { Rounds = rounds.Length, ExecuteSeconds = HasLongRuns ? [EarlyStop.LongRunSeconds] : [] };
        return IsUnpaired
            ? measured with { RealtimeFactor = estimate, RealtimeFactors = [.. rounds] }
            : measured with { NativeMultiple = estimate, NativeRatios = [.. rounds], NativeInflationFactor = inflation };
    }
}
