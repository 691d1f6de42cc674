using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Cases with long runs, which may stop after two or three rounds.</summary>
public static class EarlyStops
{
    private const int Limits = SimulatedSuite.LikeAFullRun;

    private static readonly ImmutableArray<(string Name, double Factor)> Places =
        [("an eighth", 1 / 8.0), ("half", 1 / 2.0), ("at the limit", 1), ("2 times", 2), ("4 times", 4), ("8 times", 8)];

    /// <summary>The noises that it is tried on: made ones, and those of both days.</summary>
    public static ImmutableArray<NoiseModel> Noises =>
        [NoiseModels.Normal, NoiseModels.HeavyTailed, .. ReplayedNoise.OfQuietDay, .. ReplayedNoise.OfNoisyDay];

    /// <summary>A row per noise and spread, for multiples and, of measured days, for realtime factors.</summary>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples, int suites) => new(
        $"Early stops: cases with runs of {EarlyStop.LongRunSeconds:0} s or more",
        $"""
        Each cell: how many in a hundred of {samples} cases stop after {string.Join(" or ", FewRounds.Looks)} rounds; how often the
        reported interval of those holds the true ratio, in per cent; the same of all cases, wherever they stopped; and their rounds on
        average. A dash: none stops early. {Limits} limits in the run. The last columns: how many cases at their limits stop early, in a
        million of {suites * Limits}; and runs of {Limits} such cases with any false alarm, in per cent of {suites}.
        """,
        ["noise", "of", "scatter of a round", .. Places.Select(place => place.Name), "stop early at the limit", "false alarms"],
        [
            .. from noise in noises
               from kind in Enumerable.Range(0, noise.IsAsMeasured ? 2 : 1)
               from spread in noise.Spreads
               select Row(Suite(noise, spread, isUnpaired: kind == 1), samples, suites),
        ]);

    /// <summary>Cases with long runs, of multiples or of realtime factors.</summary>
    public static SimulatedSuite Suite(NoiseModel noise, double spread, bool isUnpaired = false) =>
        new(noise, spread) { HasLongRuns = true, IsUnpaired = isUnpaired };

    /// <summary>How often the interval holds the truth, in cases that stopped early and in all, with their mean rounds.</summary>
    public static (Tally Early, Tally All) Coverage(SimulatedSuite suite, double factor, int samples)
    {
        var cases = suite.Sampled(factor, samples).ToArray();
        return (suite.Coverage(cases.Where(one => FewRounds.Covers(one.Rounds)), factor), suite.Coverage(cases, factor));
    }

    /// <summary>Of runs of cases at their limits, how many raise an alarm, and the mean number of cases that stop early.</summary>
    public static Tally Alarms(SimulatedSuite suite, int suites) => Tally.Of(
        suite.Runs(1, suites), cases => cases.Any(one => suite.IsAlarm(one)), cases => cases.Count(one => FewRounds.Covers(one.Rounds)));

    private static ImmutableArray<string> Row(SimulatedSuite suite, int samples, int suites)
    {
        var alarms = Alarms(suite, suites);
        return
        [
            suite.Noise.Name,
            suite.IsUnpaired ? "realtime factors" : "multiples",
            suite.Noise.Shows(suite.Spread),
            .. Places.Select(place => Cell(Coverage(suite, place.Factor, samples))),
            $"{1_000_000 * alarms.Mean / Limits:0}",
            $"{100 * alarms.Share:F2}",
        ];
    }

    private static string Cell((Tally Early, Tally All) of) => of.Early.Count == 0
        ? $"-; {of.All.Percent}, {of.All.Mean:F1}"
        : $"{100.0 * of.Early.Count / of.All.Count:0.#}: {of.Early.Percent}; {of.All.Percent}, {of.All.Mean:F1}";
}
