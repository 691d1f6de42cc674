using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Simulation;

/// <summary>The simulation as docs/trust/simulation.md keeps it.</summary>
public static class SimulationReport
{
    public static string Document { get; } = Repository.PathOf("docs", "trust", "simulation.md");

    private static ImmutableArray<NoiseModel> All => [.. NoiseModels.Promised, .. NoiseModels.Beyond];

    /// <summary>What the tables are of: where this changes, they are out of date.</summary>
    public static string Head()
    {
        var looks = RoundLimits.Default.Looks.Select(
            look => $"after {look} rounds, {100 * SignedRankLooks.Crossing(look):0.0##} % of the error spent");
        var multiples = RoundAutocorrelation.OfMultiples;
        return $"""
            # Simulation: does the method hold?

            Written by the full tier (`AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~SimulationSpec`) from seeded noise through
            the suite's own code; never edited by hand.

            - Looks: {string.Join(", ", looks)}.
            - Cases with runs of {EarlyStop.LongRunSeconds:0} s or more have a look after {string.Join(" and ", FewRounds.Looks)} rounds
              as well, for {100 * FewRounds.LookError:0.0##} % of the error each. Only the last table is of these.
            - A limit that a half-width of {100 * Judge.NarrowEnough:0} % or less straddles gets no more rounds.
            - The interval of a multiple of native is widened for what rounds share that lie near to one another:
              {100 * multiples.Share:0} % of their variance, fading over {multiples.Scale:0} s. That of a realtime factor is widened for a
              correlation of {Math.Exp(-1 / RoundAutocorrelation.OfTimes.Scale):0.0} from round to round. So is an alarm's evidence.
            - The alarms of a run are held to {100 * FamilyWiseError.Level:0.0##} % as one family.

            | noise | what it is |
            |---|---|
            {string.Join('\n', All.Select(noise => $"| {noise.Name} | {noise.Says} |"))}

            The last {NoiseModels.Beyond.Length} show where the method ends; none of them was seen. The scatter of a round is what half of
            the measured cases have at most: on the quiet day to native-portable and to native, and nine in ten of those to native; then
            on the noisy day, half of those to native and nine in ten.


            """;
    }

    /// <summary>The whole report; takes a minute or two.</summary>
    public static string Render() => $"{Head()}{string.Join('\n', Tables().Select(table => table.Render()))}";

    private static IEnumerable<SimulationTable> Tables()
    {
        ImmutableArray<NoiseModel> days = [NoiseModels.AsCorrelatedAsMeasured, .. ReplayedNoise.OfQuietDay, .. ReplayedNoise.OfNoisyDay];
        return
        [
            FixedRounds.OfEstimators(
                [NoiseModels.Normal, NoiseModels.Flat, NoiseModels.HeavyTailed, NoiseModels.Bursty, .. days, NoiseModels.Lopsided],
                samples: 10_000),
            SampledTables.Coverage(All, samples: 5000),
            SampledTables.FalseAlarms(All, SampledTables.Suites),
            SampledTables.NoiseFloors([NoiseModels.Normal, NoiseModels.Bursty, .. days], samples: 2000),
            SampledTables.Power(
                [NoiseModels.Normal, NoiseModels.OneSided, NoiseModels.HeavyTailed, NoiseModels.Bursty, .. days], samples: 2000),
            SampledTables.RealtimeFactors(SampledTables.NoisesOfOneLane, samples: 3000, suites: 1000),
            FixedRounds.AgainstTenRuns(All, samples: 5000),
            EarlyStops.Table(EarlyStops.Noises, samples: 2000, suites: 500),
        ];
    }
}
