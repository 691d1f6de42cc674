using System.Collections.Concurrent;
using System.Collections.Immutable;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>How often a run of many cases raises an alarm that is none.</summary>
public static class FalseAlarms
{
    /// <summary>As many runs as the tables are of.</summary>
    public const int Suites = 2000;

    /// <summary>A round's scatter; what a chance is does not depend on it.</summary>
    public const double Spread = 0.055;

    // The tables show what the specs hold to one in a hundred, and thousands of runs take their time.
    private static readonly ConcurrentDictionary<(string Noise, double Factor, int Suites), Tally> Counted = new();

    /// <summary>The table.</summary>
    /// <param name="noises">The noises.</param>
    /// <param name="suites">Runs per noise.</param>
    /// <returns>A row per noise.</returns>
    public static SimulationTable Table(IEnumerable<NoiseModel> noises, int suites) => new(
        $"Many limits: runs of {SimulatedSuite.LikeAFullRun} cases with any false alarm",
        $"""
        In per cent of {suites} runs; a case exactly at its limit is the worst that is no excess. The run's noise floor is left out, which would raise fewer. The
        level that the family is held to is {100 * FamilyWiseError.Level:0.0} %. Wrongly passed: cases at the limit, and cases 10 % beyond it, whose interval lies wholly within.
        """,
        ["noise", "all at their limits", "all 10 % within", "at the limit, passed", "10 % beyond, passed"],
        [.. noises.Select(noise => Row(noise, suites))]);

    /// <summary>Runs of cases that all lie alike.</summary>
    /// <param name="noise">The noise.</param>
    /// <param name="factor">The true ratio of each, as a factor on its limit.</param>
    /// <param name="suites">How many runs.</param>
    /// <returns>How many raised an alarm, and the mean number of cases that passed.</returns>
    public static Tally Of(NoiseModel noise, double factor, int suites) => Counted.GetOrAdd((noise.Name, factor, suites), _ => Count(noise, factor, suites));

    private static Tally Count(NoiseModel noise, double factor, int suites)
    {
        var suite = new SimulatedSuite(noise, noise.SpreadOr(Spread), SimulatedSuite.LikeAFullRun);
        var (random, tally) = (new Random(4711), new Tally());
        for (var run = 0; run < suites; run++)
        {
            var cases = suite.Run(random, SimulatedSuite.Bound * factor);
            tally.Add(cases.Any(one => suite.IsAlarm(one)), cases.Count(one => suite.IsWithin(one)));
        }

        return tally;
    }

    private static ImmutableArray<string> Row(NoiseModel noise, int suites)
    {
        var (at, within, beyond) = (Of(noise, 1, suites), Of(noise, 1 / 1.1, suites / 10), Of(noise, 1.1, suites / 10));
        return [noise.Name, Share(at), Share(within), Passed(at), Passed(beyond)];
    }

    private static string Share(Tally tally) => $"{100 * tally.Share:F2}";

    private static string Passed(Tally tally) => $"{100 * tally.Mean / SimulatedSuite.LikeAFullRun:F2}";
}
