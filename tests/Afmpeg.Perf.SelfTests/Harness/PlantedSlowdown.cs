using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>
/// A slow-down that is real and whose size is known: the same content ten and eleven times over, run alternately on one lane. What a run costs
/// besides its content (starting, opening files) is measured by a third job, the content once.
/// </summary>
/// <param name="Lane">The lane's name.</param>
/// <param name="Measured">Eleven times against ten, by the suite's own estimator.</param>
/// <param name="Truth">What the costs are by construction: 1.1, less what is paid once a run.</param>
public sealed record PlantedSlowdown(string Lane, Estimate Measured, double Truth)
{
    /// <summary>How often the shorter job does the content.</summary>
    public const int Shorter = 10;

    /// <summary>How often the longer job does it: 10 % more.</summary>
    public const int Longer = 11;

    private const int Seed = 4711;

    /// <summary>Whether the interval holds the true ratio.</summary>
    public bool Holds => Measured.Low <= Truth && Truth <= Measured.High;

    /// <summary>Whether the interval shows that there is a slow-down at all.</summary>
    public bool IsSeen => Measured.Low > 1;

    /// <summary>What the content once, ten and eleven times over took in each round, in seconds.</summary>
    public required ImmutableArray<(double Once, double Shorter, double Longer)> Rounds { get; init; }

    /// <summary>Measures it.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="lane">Which of them.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <returns>The slow-down.</returns>
    public static PlantedSlowdown Measure(RealLanes lanes, Lane lane, int rounds)
    {
        BenchmarkCase[] cases = [.. new[] { 1, Shorter, Longer }.Select(times => new BenchmarkCase(RealLanes.Looped(times), lane))];
        _ = lanes.Run(cases[0], round: 0);
        double[][] seconds = [.. Enumerable.Range(1, rounds).Select(round => Round(lanes, cases, round))];

        PairedRatio.Of(seconds.Select(round => (round[2], round[1]))).TryGet(out var measured).Should().BeTrue($"{rounds} rounds support an interval");
        // Each time beyond the first costs the same: what the first costs besides is in every job once.
        var first = seconds.Select(round => round[0] / round[1]).Order().ElementAt(rounds / 2);
        return new PlantedSlowdown(lane.Name, measured!, 1 + ((Longer - Shorter) * (1 - first) / (Shorter - 1)))
        {
            Rounds = [.. seconds.Select(round => (round[0], round[1], round[2]))],
        };
    }

    /// <summary>Both numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Lane}: {Measured} times as long over {Measured.Count} rounds (level {Measured.Level:0.000}); by construction {Truth:0.0000}: {Longer} / {Shorter} less what a run costs once";

    private static double[] Round(RealLanes lanes, BenchmarkCase[] cases, int round)
    {
        var rows = RoundOrder.Of(cases, cases, Seed, round).Select(benchmarkCase => lanes.Run(benchmarkCase, round)).ToDictionary(row => row.Case, row => row.ExecuteSeconds!.Value);
        return [.. cases.Select(benchmarkCase => rows[benchmarkCase.Id])];
    }
}
