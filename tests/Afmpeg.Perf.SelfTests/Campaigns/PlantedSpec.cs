using System.Collections.Immutable;
using Afmpeg.Perf.Lanes;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>A slow-down of a tenth that is really there, on the lanes as they are: what a multiple says of it is so.</summary>
[Collection(Campaign.Name)]
public sealed class PlantedSpec(RealLanes lanes, ITestOutputHelper output) : IClassFixture<RealLanes>
{
    private const int Rounds = 8;

    public static TheoryData<string> Lanes => TheoryRows.Of(RealLanes.Lanes.Select(lane => lane.Name));

    [SkippableTheory]
    [MemberData(nameof(Lanes))]
    public void A_job_that_is_a_tenth_longer_shows_a_multiple_whose_interval_holds_what_it_costs(string lane)
    {
        RealLanes.SkipUnlessFull(nameof(PlantedSpec));
        var chosen = RealLanes.Lanes.Single(candidate => candidate.Name == lane);
        var first = Measure(chosen);
        // At 95 % one interval in twenty misses what is true: that two in a row do is one in four hundred.
        var decisive = first.Holds ? first : Measure(chosen);
        RecordedRounds.Write(
            $"planted-{lane}",
            ["round", "onceSeconds", "tenTimesSeconds", "elevenTimesSeconds"],
            first.Rounds.Concat(decisive == first ? [] : decisive.Rounds).Select((round, index) => ImmutableArray.Create(
                $"{index + 1}", RecordedRounds.Seconds(round.Once), RecordedRounds.Seconds(round.Shorter), RecordedRounds.Seconds(round.Longer))),
            output.WriteLine);

        decisive.Holds.Should().BeTrue($"two intervals in a row miss what the jobs cost: {first}; {decisive}");
        Skip.If(!decisive.IsSeen && !TestSettings.Strict, $"inconclusive: the host is too noisy to show a tenth in {Rounds} rounds: {decisive}");
        decisive.IsSeen.Should().BeTrue($"AFMPEG_STRICT=1 wants the slow-down seen: {decisive}");
    }

    private PlantedSlowdown Measure(Lane lane)
    {
        var slowdown = PlantedSlowdown.Measure(lanes, lane, Rounds);
        output.WriteLine(slowdown.ToString());
        return slowdown;
    }
}
