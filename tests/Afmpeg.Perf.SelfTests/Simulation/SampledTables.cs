using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The tables of cases that are sampled until they are decided.</summary>
public static class SampledTables
{
    /// <summary>As many runs as the table of false alarms is of.</summary>
    public const int Suites = 2000;

    /// <summary>How often a slow-down of 10 % should be caught.</summary>
    public const double WantedPower = 0.95;

    private const int Limits = SimulatedSuite.LikeAFullRun;

    /// <summary>Where a case lies, as a factor on its limit.</summary>
    public static ImmutableArray<(string Name, double Factor)> Places { get; } =
        [("far within", 1 / 1.5), ("10 % within", 1 / 1.1), ("at the limit", 1), ("10 % beyond", 1.1), ("far beyond", 1.5)];

    /// <summary>Up to this scatter of a round, a slow-down of 10 % is caught as often as wanted.</summary>
    public static ImmutableArray<(NoiseModel Noise, double Spread)> StatedPower { get; } =
        [(NoiseModels.Normal, 0.035), (NoiseModels.Bursty, 0.03)];

    /// <summary>The noises of limits on realtime factors: one has rounds as alike as a lane's own times.</summary>
    public static ImmutableArray<NoiseModel> NoisesOfOneLane { get; } =
    [
        .. NoiseModels.Made.Except([NoiseModels.AsCorrelatedAsMeasured]),
        NoiseModels.Autocorrelated(MeasuredNoise.LikenessOfTimes),
        ReplayedNoise.OfQuietDay[1] with { Name = "quiet day" },
        ReplayedNoise.OfNoisyDay[1] with { Name = "noisy day" },
    ];

    /// <summary>Coverage and rounds where a case stops as soon as it is decided.</summary>
    public static SimulationTable Coverage(IEnumerable<NoiseModel> noises, int samples) => new(
        "Sampling until decided: coverage and rounds",
        $"""
        Each cell: how often the interval of the case, wherever it stopped, holds the true ratio, in per cent, and how many rounds it took
        on average. Looks after {string.Join(", ", RoundLimits.Default.Looks)} rounds; a case stops where its limit is decided, or
        straddled by an interval with a half-width of {100 * Judge.NarrowEnough:0} % or less; {Limits} limits in the run ({samples}
        samples a cell).
        """,
        ["noise", "scatter of a round", .. Places.Select(place => place.Name)],
        [
            .. from noise in noises
               from spread in noise.Spreads
               select (ImmutableArray<string>)[noise.Name, noise.Shows(spread),
                   .. CoverageCells(new SimulatedSuite(noise, spread), samples)],
        ]);

    /// <summary>How often a run of many cases raises a false alarm.</summary>
    public static SimulationTable FalseAlarms(IEnumerable<NoiseModel> noises, int suites) => new(
        $"Many limits: runs of {Limits} cases with any false alarm",
        $"""
        In per cent of {suites} runs; a case exactly at its limit is the worst that is no excess. The run's noise floor is left out, which
        would raise fewer. The level that the family is held to is {100 * FamilyWiseError.Level:0.0} %. Wrongly passed: cases at the limit,
        and cases 10 % beyond it, whose interval lies wholly within.
        """,
        ["noise", "all at their limits", "all 10 % within", "at the limit, passed", "10 % beyond, passed"],
        [
            .. noises.Select(noise =>
            {
                var suite = new SimulatedSuite(noise);
                var (at, within, beyond) = (suite.Alarms(1, suites), suite.Alarms(1 / 1.1, suites / 10), suite.Alarms(1.1, suites / 10));
                return (ImmutableArray<string>)[noise.Name, Percent(at.Share), Percent(within.Share), Percent(at.Mean / Limits),
                    Percent(beyond.Mean / Limits)];
            }),
        ]);

    /// <summary>Verdicts on a host that is measured against itself.</summary>
    public static SimulationTable NoiseFloors(IEnumerable<NoiseModel> noises, int samples)
    {
        (string Name, double Factor)[] places =
            [("25 % within", 1 / 1.25), ("10 % within", 1 / 1.1), ("at the limit", 1), ("10 % beyond", 1.1), ("25 % beyond", 1.25)];
        return new(
            "The noise floor: verdicts on a host that is measured against itself",
            $"""
            Each cell: of {samples} cases the per cent that are within, that are exceeded, and that lie wholly on one side but nearer to
            the limit than the floor; and how many rounds they took on average. What is missing to 100 straddles its limit, or is no alarm
            among {Limits}. The A/A pair scatters as the case does, that of the noisy day as it did. The floor: its median after the first
            look and after the last.
            """,
            ["noise", "scatter of a round", "floor", .. places.Select(place => place.Name)],
            [
                .. from noise in noises
                   from spread in noise.Spreads
                   let suite = new SimulatedSuite(noise, spread)
                   select (ImmutableArray<string>)
                   [
                       noise.Name,
                       noise.Shows(spread),
                       $"{Floor(suite, rounds: 7, samples):F1}, {Floor(suite, rounds: 14, samples):F1} %",
                       .. places.Select(place => WithFloor(suite, place.Factor, samples))
                           .Select(of => $"{of.Within.Percent}, {of.Exceeded.Percent}, {of.Hidden.Percent}; {of.Within.Mean:F1}"),
                   ],
            ]);
    }

    /// <summary>How many cases are within, exceeded and nearer to their limit than the noise floor, each with the mean rounds.</summary>
    public static (Tally Within, Tally Exceeded, Tally Hidden) WithFloor(SimulatedSuite suite, double factor, int samples)
    {
        var cases = suite.SampledWithFloor(factor, samples).ToArray();
        return (
            Tally.Of(cases, one => suite.IsWithin(one.Case, one.Floor), one => one.Case.Rounds),
            Tally.Of(cases, one => suite.IsAlarm(one.Case, one.Floor), one => one.Case.Rounds),
            Tally.Of(cases, one => suite.IsHidden(one.Case, one.Floor), one => one.Case.Rounds));
    }

    /// <summary>How often a case that is 10 % slower than its limit is caught, and what it takes.</summary>
    public static SimulationTable Power(IEnumerable<NoiseModel> noises, int samples)
    {
        double[] spreads = [0.025, 0.03, 0.035, 0.04, 0.045, 0.055, 0.07, 0.085, 0.126];
        int[] rounds = [7, 10, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40, 48];
        return new(
            "Power: a case 10 % slower than its limit",
            $"""
            In per cent of {samples} cases, {Limits} limits in the run, looks after {string.Join(", ", RoundLimits.Default.Looks)} rounds.
            The last column: of {string.Join(", ", rounds)} the first fixed number of rounds by which {100 * WantedPower:0} % are caught.
            """,
            ["noise", "scatter of a round", "exceeded", "inconclusive", "within", "rounds on average", "rounds for 95 %"],
            [.. noises.SelectMany(noise => (noise.IsAsMeasured ? [.. noise.Spreads] : spreads).Select(spread => Row(noise, spread)))]);

        ImmutableArray<string> Row(NoiseModel noise, double spread)
        {
            var suite = new SimulatedSuite(noise, spread);
            var cases = suite.Sampled(1.1, samples).ToArray();
            var (caught, passed) = (Caught(suite, cases), cases.Count(one => suite.IsWithin(one)) / (double)samples);
            var needed = rounds.FirstOrDefault(count => Caught(suite, suite.Measured(1.1, count, samples)).Share >= WantedPower);
            return
            [
                noise.Name, noise.Shows(spread),
                caught.Percent, $"{100 * (1 - caught.Share - passed):F1}", $"{100 * passed:F1}", $"{caught.Mean:F1}",
                needed == 0 ? $"more than {rounds[^1]}" : $"{needed}",
            ];
        }
    }

    /// <summary>How many of these cases raise an alarm, and their mean number of rounds.</summary>
    public static Tally Caught(SimulatedSuite suite, IEnumerable<CaseSummary> cases) =>
        Tally.Of(cases, one => suite.IsAlarm(one), one => one.Rounds);

    /// <summary>Limits on realtime factors: of one lane alone, so that nothing cancels what the host does meanwhile.</summary>
    public static SimulationTable RealtimeFactors(IEnumerable<NoiseModel> noises, int samples, int suites) => new(
        "Realtime factors: what is not paired",
        $"""
        The same for limits on realtime factors, on hosts on which a pair's log ratio scatters by {100 * SimulatedSuite.UsualSpread:0.0} %
        or as measured: coverage in per cent and rounds, then runs of {Limits} cases at their limits with any false alarm in per cent of
        {suites}, and how many of such cases pass. The true factor is the middle of all that the host does; where it drifts, what it was
        at first.
        """,
        ["noise", .. Places.Select(place => place.Name), "false alarms", "at the limit, passed"],
        [
            .. noises.Select(noise =>
            {
                var suite = new SimulatedSuite(noise) { IsUnpaired = true };
                var alarms = suite.Alarms(1, suites);
                return (ImmutableArray<string>)[noise.Name, .. CoverageCells(suite, samples), Percent(alarms.Share),
                    Percent(alarms.Mean / Limits)];
            }),
        ]);

    private static IEnumerable<string> CoverageCells(SimulatedSuite suite, int samples) =>
        Places.Select(place => suite.Coverage(place.Factor, samples)).Select(tally => $"{tally.Percent}, {tally.Mean:F1}");

    private static double Floor(SimulatedSuite suite, int rounds, int samples)
    {
        var random = new Random(4711);
        var floors = Enumerable.Range(0, samples).Select(_ => SimulatedSuite.Floor(suite.Pair(random), rounds));
        return 100 * floors.Select(floor => floor.TryGet(out var known) ? known.Fraction : double.NaN).Median();
    }

    private static string Percent(double share) => $"{100 * share:F2}";
}
