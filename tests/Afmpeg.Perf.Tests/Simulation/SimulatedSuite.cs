using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Simulation;

/// <summary>
/// Cases whose rounds are drawn instead of measured, sampled and judged by the suite's own code: looks, pseudo-median, <see cref="Judge"/>.
/// Each case has one limit, a native multiple of at most <see cref="Bound"/>.
/// </summary>
/// <param name="Noise">What the rounds scatter by.</param>
/// <param name="Spread">The standard deviation of a round's log ratio.</param>
/// <param name="Cases">How many cases the suite has.</param>
public sealed record SimulatedSuite(NoiseModel Noise, double Spread, int Cases)
{
    /// <summary>The limit of each case.</summary>
    public const double Bound = 8;

    /// <summary>About as many limits on times as a full run judges.</summary>
    public const int LikeAFullRun = 100;

    private static readonly ConsumerProfile Consumer = new("simulation", "None.", "Nobody waits.");

    private static readonly Limit Limit = new(
        "simulated", Consumer, new Glob("*"), Metric.NativeMultiple, Bound, null, "x native", "it is simulated", "the simulation", "nowhere:1");

    private static readonly Thresholds Thresholds = new(new RecordedDecision("none", DecisionOutcome.Undecided, null, "None.", new DateOnly(2026, 1, 1)), [Consumer], [Limit]);

    private static readonly Reading<NoiseFloor> NoFloor = Reading<NoiseFloor>.NotMeasured("rounds are drawn");

    private static readonly ImmutableArray<CaseSummary> Unmeasured =
        [.. Enumerable.Range(1, LikeAFullRun).Select(number => CaseSummaries.NotMeasured($"transcode/case-{number}/libx264-veryfast/wasmtime+O3", "no round yet"))];

    /// <summary>Samples one case until it is decided or has the most rounds.</summary>
    /// <param name="random">What its rounds are drawn from.</param>
    /// <param name="truth">Its true multiple.</param>
    /// <param name="number">Which of the cases it is, from 0.</param>
    /// <returns>The case as it ended.</returns>
    public CaseSummary Sample(Random random, double truth, int number = 0)
    {
        var ratios = Noise.Ratios(random, truth, Spread, RoundLimits.Default.Most);
        foreach (var look in RoundLimits.Default.Looks)
        {
            var summary = After(ratios[..look], number);
            if (look == RoundLimits.Default.Most || Judge.IsDecided(Thresholds, summary, Cases, NoFloor))
            {
                return summary;
            }
        }

        throw new InvalidOperationException("the last look is the most rounds");
    }

    /// <summary>Measures one case for a number of rounds fixed beforehand.</summary>
    /// <param name="random">What its rounds are drawn from.</param>
    /// <param name="truth">Its true multiple.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>The case.</returns>
    public CaseSummary Measure(Random random, double truth, int rounds) => After(Noise.Ratios(random, truth, Spread, rounds), 0);

    /// <summary>Whether a case is beyond its limit with what a run of so many limits asks for: Holm's first step, without which no case of a run is an alarm.</summary>
    /// <param name="summary">The case.</param>
    /// <returns>Whether it raises an alarm.</returns>
    public bool IsAlarm(CaseSummary summary) =>
        summary.NativeMultiple.TryGet(out var estimate) && estimate.Low > Bound && Judge.IsDecided(Thresholds, summary, Cases, NoFloor);

    /// <summary>Samples every case.</summary>
    /// <param name="random">What the rounds are drawn from.</param>
    /// <param name="truth">The true multiple of each.</param>
    /// <returns>The cases as they ended.</returns>
    public ImmutableArray<CaseSummary> Run(Random random, double truth) => [.. Enumerable.Range(0, Cases).Select(number => Sample(random, truth, number))];

    /// <summary>Judges cases as one run.</summary>
    /// <param name="cases">The cases.</param>
    /// <returns>A finding per case, on a host without a noise floor.</returns>
    public static ImmutableArray<Finding> Findings(IEnumerable<CaseSummary> cases) =>
        Judge.Findings(Thresholds, cases, NoFloor);

    private static CaseSummary After(double[] ratios, int number) => Unmeasured[number] with
    {
        Rounds = ratios.Length,
        NativeMultiple = PseudoMedian.OfLogs(ratios),
        NativeRatios = [.. ratios],
    };
}
