using System.Collections.Immutable;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>Limits on realtime factors: of one lane alone, so that nothing cancels what the host does meanwhile.</summary>
public static class RealtimeFactors
{
    /// <summary>The noises that it is tried on: made ones, one whose rounds are as alike as a lane's own times, and the times of both days.</summary>
    public static ImmutableArray<NoiseModel> Noises { get; } =
    [
        .. NoiseModels.Made.Except([NoiseModels.AsCorrelatedAsMeasured]),
        NoiseModels.Autocorrelated(MeasuredNoise.LikenessOfTimes),
        ReplayedNoise.OfQuietDay[1] with { Name = "quiet day" },
        ReplayedNoise.OfNoisyDay[1] with { Name = "noisy day" },
    ];

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="samples">Samples per cell.</param>
    /// <param name="suites">Runs per noise.</param>
    /// <returns>A row per noise.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int samples, int suites) => new(
        "Realtime factors: what is not paired",
        $"""
        The same for limits on realtime factors, on hosts on which a pair's log ratio scatters by {100 * FalseAlarms.Spread:0.0} % or as measured: coverage in per cent and rounds, then runs of
        {SimulatedSuite.LikeAFullRun} cases at their limits with any false alarm in per cent of {suites}, and how many of such cases pass. The true factor is the middle of all that the host does;
        where it drifts, what it was at first.
        """,
        ["noise", .. SampledCoverage.Places.Select(place => place.Name), "false alarms", "at the limit, passed"],
        [.. noises.Select(noise => Row(noise, samples, suites))]);

    /// <summary>The coverage of one kind of case.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="factor">How much longer than at the limit it takes, as a factor.</param>
    /// <param name="samples">Samples.</param>
    /// <returns>How often the interval held the truth, and the mean number of rounds.</returns>
    public static Tally Coverage(NoiseModel noise, double factor, int samples)
    {
        var (suite, random, truth, tally) = (Suite(noise), new Random(4711), SimulatedSuite.Bound * factor, new Tally());
        for (var sample = 0; sample < samples; sample++)
        {
            var summary = suite.Sample(random, truth);
            tally.Add(suite.Holds(summary, truth), summary.Rounds);
        }

        return tally;
    }

    /// <summary>Runs of cases that are all exactly at their limits.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="suites">How many runs.</param>
    /// <returns>How many raised an alarm, and the mean number of cases that passed.</returns>
    public static Tally Alarms(NoiseModel noise, int suites)
    {
        var (suite, random, tally) = (Suite(noise), new Random(4711), new Tally());
        for (var run = 0; run < suites; run++)
        {
            var cases = suite.Run(random, SimulatedSuite.Bound);
            tally.Add(cases.Any(one => suite.IsAlarm(one)), cases.Count(one => suite.IsWithin(one)));
        }

        return tally;
    }

    private static SimulatedSuite Suite(NoiseModel noise) => new(noise, noise.SpreadOr(FalseAlarms.Spread), SimulatedSuite.LikeAFullRun) { IsUnpaired = true };

    private static ImmutableArray<string> Row(NoiseModel noise, int samples, int suites)
    {
        var alarms = Alarms(noise, suites);
        return
        [
            noise.Name,
            .. SampledCoverage.Places.Select(place => Coverage(noise, place.Factor, samples)).Select(tally => $"{tally.Percent}, {tally.Mean:F1}"),
            $"{100 * alarms.Share:F2}",
            $"{100 * alarms.Mean / SimulatedSuite.LikeAFullRun:F2}",
        ];
    }
}
