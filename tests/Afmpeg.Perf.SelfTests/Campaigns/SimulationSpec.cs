using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>The method keeps what it promises under every noise that was seen or is to be expected; docs/trust/simulation.md has the tables.</summary>
public sealed class SimulationSpec
{
    private const double Spread = 0.055;

    public static TheoryData<string> Noises => TheoryRows.Of(NoiseModels.Promised.Select(noise => noise.Name));

    [Theory]
    [MemberData(nameof(Noises))]
    public void An_interval_holds_the_true_ratio_wherever_the_case_stopped(string name)
    {
        var noise = Named(name);
        foreach (var (place, factor) in SampledCoverage.Places)
        {
            SampledCoverage.Of(noise, noise.SpreadOr(Spread), factor, samples: 3000).Share.Should().BeGreaterThanOrEqualTo(0.93, $"{place}, with 95 % in name");
        }
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_run_of_a_hundred_cases_at_their_limits_raises_no_false_alarm_in_99_of_100(string name)
    {
        if (TestSettings.Tier == Tier.Full)
        {
            FalseAlarms.Of(Named(name), 1, FalseAlarms.Suites).Share.Should().BeLessThanOrEqualTo(0.01);
            return;
        }

        // What chance may add to one in a hundred of so few runs, one time in forty: the full tier has runs enough to do without.
        const int Runs = 200;
        var allowed = (0.01 * Runs) + (2 * Math.Sqrt(0.01 * Runs));
        FalseAlarms.Of(Named(name), 1, Runs).Hits.Should().BeLessThanOrEqualTo((int)allowed);
    }

    [Fact]
    public void On_the_noisy_day_multiples_of_native_would_be_missed_without_knowing_that_their_rounds_lie_seconds_apart()
    {
        var minutesApart = ReplayedNoise.OfNoisyDay[0] with { SecondsApart = NoiseModels.Normal.SecondsApart };

        FalseAlarms.Of(ReplayedNoise.OfNoisyDay[0], 1, 100).Hits.Should().Be(0, "and no multiple of native at its limit raises an alarm");
        SampledCoverage.Places.Select(place => SampledCoverage.Of(minutesApart, 1, place.Factor, samples: 2000).Share).Min().Should().BeInRange(0.85, 0.92, "which docs/trust/rounds.md says");
    }

    [Fact]
    public void Cases_10_percent_within_raise_no_alarm()
    {
        NoiseModels.Promised.Should().OnlyContain(noise => FalseAlarms.Of(noise, 1 / 1.1, 10).Hits == 0);
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("bursty")]
    public void A_slow_down_of_10_percent_is_caught_up_to_the_stated_noise(string name)
    {
        var (noise, spread) = Power.Stated.Single(stated => stated.Noise.Name == name);

        Power.Of(noise, spread, samples: 4000).Share.Should().BeGreaterThanOrEqualTo(Power.Wanted);
    }

    [Fact]
    public void A_floor_hides_what_it_is_to_hide_and_lets_through_what_is_further_away()
    {
        var noisy = ReplayedNoise.OfNoisyDay[0];
        var (near, far) = (HostFloors.Of(noisy, 1, 1.1, samples: 1000), HostFloors.Of(noisy, 1, 1 / 1.25, samples: 1000));

        near.Within.Share.Should().BeLessThan(0.01, "10 % beyond the limit nothing passes");
        far.Within.Share.Should().BeGreaterThan(0.9, "sampling goes on until the floor lets a case pass that is 25 % within");
    }

    [Fact]
    public void The_interval_of_a_realtime_factor_holds_where_the_host_does_not_drift_and_its_alarms_are_as_many_as_the_host_makes()
    {
        double Lowest(NoiseModel noise) => SampledCoverage.Places.Min(place => RealtimeFactors.Coverage(noise, place.Factor, samples: 2000).Share);
        var days = RealtimeFactors.Noises.Where(noise => noise.IsAsMeasured).ToArray();

        days.Append(NoiseModels.Normal).Select(Lowest).Should().HaveCount(3).And.OnlyContain(lowest => lowest >= 0.93);
        Lowest(NoiseModels.Drifting).Should().BeLessThan(0.2, "which docs/trust/rounds.md says");
        RealtimeFactors.Alarms(days[1], suites: 100).Share.Should().BeGreaterThan(0.01, "and this");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_that_stopped_after_two_or_three_rounds_has_an_interval_that_holds_on_either_day(bool isUnpaired)
    {
        foreach (var noise in EarlyStops.Noises.Where(noise => noise.IsAsMeasured))
        {
            var (early, all) = EarlyStops.Of(noise, 1, 8, samples: 1000, isUnpaired);

            early.Count.Should().BeGreaterThan(all.Count / 2, "it takes eight times its limit");
            early.Share.Should().BeGreaterThanOrEqualTo(0.93);
            all.Share.Should().BeGreaterThanOrEqualTo(0.93);
        }
    }

    [Fact]
    public void A_case_at_its_limit_does_not_stop_early()
    {
        var alarms = EarlyStops.Noises.Where(noise => noise.IsAsMeasured).Select(noise => EarlyStops.Alarms(noise, 1, suites: 20)).ToArray();

        alarms.Should().OnlyContain(alarm => alarm.Mean == 0).And.OnlyContain(alarm => alarm.Hits == 0, "nor does a later look raise an alarm");
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_case_far_from_its_limit_ends_at_the_first_look(string name)
    {
        var noise = Named(name);

        SampledCoverage.Of(noise, noise.SpreadOr(Spread), 1 / 1.5, samples: 1000).Mean.Should().BeLessThan(noise.InflationFactor(7) > 1.1 ? 7.5 : 7.2, "wider intervals need a further look more often");
    }

    [Theory]
    [InlineData(1.07, false)]
    [InlineData(1.07, true)]
    [InlineData(0.97, true)]
    public void What_is_counted_is_what_the_judge_says(double factor, bool hasFloor)
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
    public void The_kept_tables_are_of_this_method()
    {
        File.ReadAllText(SimulationReport.Kept).Should().StartWith(
            SimulationReport.Head(), "a method that has changed is to be simulated anew: AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~SimulationSpec");
    }

    [SkippableFact]
    public void The_kept_tables_are_what_the_simulation_says()
    {
        Skip.If(TestSettings.Tier != Tier.Full, "it takes minutes; run it with AFMPEG_TIER=full dotnet test --filter FullyQualifiedName~SimulationSpec");
        var current = Repository.PathOf("artifacts", "simulation.md");
        File.WriteAllText(current, SimulationReport.Render());

        File.ReadAllText(SimulationReport.Kept).Should().Be(File.ReadAllText(current), $"accept the new one with: mv '{current}' '{SimulationReport.Kept}'");
    }

    private static NoiseModel Named(string name) => NoiseModels.Promised.Single(noise => noise.Name == name);
}
