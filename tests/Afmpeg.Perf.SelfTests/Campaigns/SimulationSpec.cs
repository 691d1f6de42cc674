using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The method keeps its promises under every noise that can be expected; docs/trust/simulation.md has the tables.</summary>
public sealed class SimulationSpec
{
    public static TheoryData<string> Noises => TheoryRows.Of(NoiseModels.Promised.Select(noise => noise.Name));

    [Theory]
    [MemberData(nameof(Noises))]
    public void An_interval_contains_the_true_ratio_wherever_the_case_stopped(string name) => SampledTables.Places.Should().OnlyContain(
        place => Suite(name).Coverage(place.Factor, 3000).Share >= 0.93, "intervals are called 95 %");

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_hundred_cases_at_their_limits_raise_a_false_alarm_in_at_most_one_run_of_a_hundred(string name)
    {
        if (TestSettings.Tier == Tier.Full)
        {
            Suite(name).Alarms(1, SampledTables.Suites).Share.Should().BeLessThanOrEqualTo(0.01);
            return;
        }

        // Of so few runs, chance may add two standard deviations to one in a hundred.
        const int Runs = 200;
        var allowed = (0.01 * Runs) + (2 * Math.Sqrt(0.01 * Runs));
        Suite(name).Alarms(1, Runs).Hits.Should().BeLessThanOrEqualTo((int)allowed);
    }

    [Fact]
    public void On_the_noisy_day_intervals_would_be_too_narrow_if_they_ignored_that_rounds_lie_seconds_apart()
    {
        var noisy = ReplayedNoise.OfNoisyDay[0];
        var minutesApart = new SimulatedSuite(noisy with { SecondsApart = NoiseModels.Normal.SecondsApart });

        new SimulatedSuite(noisy).Alarms(1, 100).Hits.Should().Be(0, "no multiple of native at its limit raises an alarm");
        SampledTables.Places.Min(place => minutesApart.Coverage(place.Factor, 2000).Share)
            .Should().BeInRange(0.85, 0.92, "docs/trust/rounds.md says so");
    }

    [Fact]
    public void Cases_10_percent_within_their_limits_raise_no_alarm() =>
        NoiseModels.Promised.Should().OnlyContain(noise => new SimulatedSuite(noise).Alarms(1 / 1.1, 10).Hits == 0);

    [Theory]
    [InlineData("normal")]
    [InlineData("bursty")]
    public void A_slow_down_of_10_percent_is_caught_up_to_the_stated_noise(string name)
    {
        var (noise, spread) = SampledTables.StatedPower.Single(stated => stated.Noise.Name == name);
        var suite = new SimulatedSuite(noise, spread);

        SampledTables.Caught(suite, suite.Sampled(1.1, 4000)).Share.Should().BeGreaterThanOrEqualTo(SampledTables.WantedPower);
    }

    [Fact]
    public void A_noise_floor_hides_what_is_near_the_limit_and_lets_through_what_is_far_from_it()
    {
        var suite = new SimulatedSuite(ReplayedNoise.OfNoisyDay[0], 1);

        SampledTables.WithFloor(suite, 1.1, 1000).Within.Share.Should().BeLessThan(0.01, "10 % beyond the limit nothing passes");
        SampledTables.WithFloor(suite, 1 / 1.25, 1000).Within.Share.Should().BeGreaterThan(0.9, "sampling goes on until they pass");
    }

    [Fact]
    public void The_interval_of_a_realtime_factor_holds_unless_the_host_drifts()
    {
        double Lowest(NoiseModel noise) => SampledTables.Places.Min(place => Unpaired(noise).Coverage(place.Factor, 2000).Share);
        var days = SampledTables.NoisesOfOneLane.Where(noise => noise.IsAsMeasured).ToArray();

        days.Append(NoiseModels.Normal).Select(Lowest).Should().HaveCount(3).And.OnlyContain(lowest => lowest >= 0.93);
        Lowest(NoiseModels.Drifting).Should().BeLessThan(0.2, "docs/trust/rounds.md says so");
        Unpaired(days[1]).Alarms(1, 100).Share.Should().BeGreaterThan(0.01, "docs/trust/rounds.md says so");

        static SimulatedSuite Unpaired(NoiseModel noise) => new(noise) { IsUnpaired = true };
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_that_stopped_after_two_or_three_rounds_has_an_interval_that_holds_on_both_days(bool isUnpaired)
    {
        foreach (var noise in EarlyStops.Noises.Where(noise => noise.IsAsMeasured))
        {
            var (early, all) = EarlyStops.Coverage(EarlyStops.Suite(noise, 1, isUnpaired), 8, 1000);

            early.Count.Should().BeGreaterThan(all.Count / 2, "it takes eight times its limit");
            early.Share.Should().BeGreaterThanOrEqualTo(0.93);
            all.Share.Should().BeGreaterThanOrEqualTo(0.93);
        }
    }

    [Fact]
    public void A_case_at_its_limit_neither_stops_early_nor_raises_an_alarm_later() =>
        EarlyStops.Noises.Where(noise => noise.IsAsMeasured).Select(noise => EarlyStops.Alarms(EarlyStops.Suite(noise, 1), suites: 20))
            .Should().OnlyContain(alarms => alarms.Mean == 0 && alarms.Hits == 0);

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_case_far_from_its_limit_ends_at_the_first_look(string name)
    {
        var suite = Suite(name);

        // Wider intervals need another look more often.
        suite.Coverage(1 / 1.5, 1000).Mean.Should().BeLessThan(suite.Noise.InflationFactor(7) > 1.1 ? 7.5 : 7.2);
    }

    [Theory]
    [InlineData(1.07, false)]
    [InlineData(1.07, true)]
    [InlineData(0.97, true)]
    public void The_simulation_counts_what_the_judge_says(double factor, bool hasFloor)
    {
        var suite = new SimulatedSuite(NoiseModels.Normal, 0.04, 20);
        var random = new Random(4711);
        for (var run = 0; run < 20; run++)
        {
            var pair = hasFloor ? suite.Pair(random) : null;
            var cases = suite.Run(random, factor * SimulatedSuite.Bound, pair);
            var floor = SimulatedSuite.Floor(pair, cases.Max(one => one.Rounds));
            var findings = suite.Findings(cases, floor);

            cases.Any(one => suite.IsAlarm(one, floor)).Should().Be(findings.Any(finding => finding.Verdict == Verdict.Exceeded));
            findings.Should().NotContain(finding => suite.IsAlarm(finding.Case, floor) && finding.Verdict != Verdict.Exceeded);
            findings.Should().OnlyContain(finding => suite.IsWithin(finding.Case, floor) == (finding.Verdict == Verdict.Within));
            findings.Should().OnlyContain(finding => suite.IsHidden(finding.Case, floor) == (finding.Doubt == Doubt.WithinNoise));
        }
    }

    [Fact]
    public void The_committed_tables_come_from_this_method() => File.ReadAllText(SimulationReport.Document).Should().StartWith(
        SimulationReport.Head(), "simulate again: AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~SimulationSpec");

    [SkippableFact]
    public void The_committed_tables_match_the_simulation()
    {
        RealLanes.SkipUnlessFull(nameof(SimulationSpec));
        var current = Repository.PathOf("artifacts", "simulation.md");
        File.WriteAllText(current, SimulationReport.Render());

        File.ReadAllText(SimulationReport.Document)
            .Should().Be(File.ReadAllText(current), $"accept the new one with: mv '{current}' '{SimulationReport.Document}'");
    }

    private static SimulatedSuite Suite(string name) => new(NoiseModels.Promised.Single(noise => noise.Name == name));
}
