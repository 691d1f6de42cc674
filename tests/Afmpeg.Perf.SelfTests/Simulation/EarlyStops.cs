using System.Collections.Immutable;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Cases with long runs, which may stop after two or three rounds.</summary>
public static class EarlyStops
{
    /// <summary>Where a case lies, as a factor on its limit.</summary>
    public static ImmutableArray<(string Name, double Factor)> Places { get; } =
        [("an eighth", 1 / 8.0), ("half", 1 / 2.0), ("at the limit", 1), ("2 times", 2), ("4 times", 4), ("8 times", 8)];

    /// <summary>The noises that it is tried on: made ones, and those of both days.</summary>
    public static ImmutableArray<NoiseModel> Noises =>
        [NoiseModels.Normal, NoiseModels.HeavyTailed, .. ReplayedNoise.OfQuietDay, .. ReplayedNoise.OfNoisyDay];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <param name="suites">Runs per noise.</param>
    /// <returns>A row per noise and spread, for multiples and, of measured days, for realtime factors.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples, int suites) => new(
        $"Early stops: cases with runs of {EarlyStop.LongRunSeconds:0} s or more",
        $"""
        Each cell: how many in a hundred of {samples} cases stop after {string.Join(" or ", FewRounds.Looks)} rounds; how often the reported interval of
        those holds the true ratio, in per cent; the same of all cases, wherever they stopped; and their rounds on average.
        A dash: none stops early. {SimulatedSuite.LikeAFullRun} limits in the run. The last columns: how many cases at their limits stop early, in a
        million of {suites * SimulatedSuite.LikeAFullRun}; and runs of {SimulatedSuite.LikeAFullRun} such cases with any false alarm, in per cent of {suites}.
        """,
        ["noise", "of", "scatter of a round", .. Places.Select(place => place.Name), "stop early at the limit", "false alarms"],
        [
            .. noises.SelectMany(noise => Kinds(noise).SelectMany(isUnpaired =>
                noise.Spreads.Select(spread => Row(noise, spread, isUnpaired, samples, suites)))),
        ]);

    /// <summary>Cases of one kind.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="spread">A round's scatter.</param>
    /// <param name="factor">The true ratio, as a factor on the limit.</param>
    /// <param name="samples">How many.</param>
    /// <param name="isUnpaired">Whether they are judged by realtime factors.</param>
    /// <returns>How often the interval held the truth, in cases that stopped early and in all, each with its mean number of rounds.</returns>
    public static (Tally Early, Tally All) Of(
        NoiseModel noise, double spread, double factor, int samples, bool isUnpaired = false)
    {
        var suite = Suite(noise, spread, isUnpaired);
        var (random, truth, early, all) = (new Random(4711), SimulatedSuite.Bound * factor, new Tally(), new Tally());
        for (var sample = 0; sample < samples; sample++)
        {
            var summary = suite.Sample(random, truth);
            var holds = suite.Holds(summary, truth);
            all.Add(holds, summary.Rounds);
            if (FewRounds.Covers(summary.Rounds))
            {
                early.Add(holds, summary.Rounds);
            }
        }

        return (early, all);
    }

    /// <summary>Runs of long cases that all lie exactly at their limits.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="spread">A round's scatter.</param>
    /// <param name="suites">How many runs.</param>
    /// <param name="isUnpaired">Whether they are judged by realtime factors.</param>
    /// <returns>How many raised an alarm, and the mean number of cases that stopped early.</returns>
    public static Tally Alarms(NoiseModel noise, double spread, int suites, bool isUnpaired = false)
    {
        var suite = Suite(noise, spread, isUnpaired);
        var (random, tally) = (new Random(4711), new Tally());
        for (var run = 0; run < suites; run++)
        {
            var cases = suite.Run(random, SimulatedSuite.Bound);
            tally.Add(cases.Any(one => suite.IsAlarm(one)), cases.Count(one => FewRounds.Covers(one.Rounds)));
        }

        return tally;
    }

    private static SimulatedSuite Suite(NoiseModel noise, double spread, bool isUnpaired) =>
        new(noise, spread, SimulatedSuite.LikeAFullRun) { HasLongRuns = true, IsUnpaired = isUnpaired };

    private static IEnumerable<bool> Kinds(NoiseModel noise) => noise.IsAsMeasured ? [false, true] : [false];

    private static ImmutableArray<string> Row(NoiseModel noise, double spread, bool isUnpaired, int samples, int suites)
    {
        var alarms = Alarms(noise, spread, suites, isUnpaired);
        return
        [
            noise.Name,
            isUnpaired ? "realtime factors" : "multiples",
            noise.Shows(spread),
            .. Places.Select(place => Of(noise, spread, place.Factor, samples, isUnpaired)).Select(Cell),
            $"{1_000_000 * alarms.Mean / SimulatedSuite.LikeAFullRun:0}",
            $"{100 * alarms.Share:F2}",
        ];
    }

    private static string Cell((Tally Early, Tally All) of) => of.Early.Count == 0
        ? $"-; {of.All.Percent}, {of.All.Mean:F1}"
        : $"{100.0 * of.Early.Count / of.All.Count:0.#}: {of.Early.Percent}; {of.All.Percent}, {of.All.Mean:F1}";
}
