using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Tests.Simulation;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Tests.Specs;

/// <summary>The method keeps what it promises under every noise that was seen or is to be expected; docs/trust/simulation.md has the tables.</summary>
public sealed class SimulationSpec
{
    private const double Spread = 0.055;

    private static IEnumerable<NoiseModel> Promised => [.. NoiseModels.Made, .. ReplayedNoise.OfRun];

    public static TheoryData<string> Noises => TheoryRows.Of(Promised.Select(noise => noise.Name));

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
        const int Runs = 200;

        // What chance may add to one in a hundred of so few runs, one time in forty.
        var allowed = (0.01 * Runs) + (2 * Math.Sqrt(0.01 * Runs));
        FalseAlarms.Of(Named(name), 1, Runs).Hits.Should().BeLessThanOrEqualTo((int)allowed);
    }

    [Fact]
    public void Cases_10_percent_within_raise_no_alarm()
    {
        Promised.Should().OnlyContain(noise => FalseAlarms.Of(noise, 1 / 1.1, 10).Hits == 0);
    }

    [Fact]
    public void A_slow_down_of_10_percent_is_caught_up_to_the_stated_noise()
    {
        Power.Of(NoiseModels.Normal, Power.StatedSpread, samples: 4000).Share.Should().BeGreaterThanOrEqualTo(Power.Wanted);
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void A_case_far_from_its_limit_ends_at_the_first_look(string name)
    {
        var noise = Named(name);

        SampledCoverage.Of(noise, noise.SpreadOr(Spread), 1 / 1.5, samples: 1000).Mean.Should().BeLessThan(7.2);
    }

    [Fact]
    public void What_is_counted_as_an_alarm_is_what_the_judge_exceeds()
    {
        var suite = new SimulatedSuite(NoiseModels.Normal, 0.04, 20);
        var random = new Random(4711);
        for (var run = 0; run < 20; run++)
        {
            var cases = suite.Run(random, 1.07 * SimulatedSuite.Bound);
            var findings = SimulatedSuite.Findings(cases);

            cases.Any(suite.IsAlarm).Should().Be(findings.Any(finding => finding.Verdict == Verdict.Exceeded));
            findings.Where(finding => suite.IsAlarm(finding.Case)).Should().OnlyContain(finding => finding.Verdict == Verdict.Exceeded);
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

    private static NoiseModel Named(string name) => Promised.Single(noise => noise.Name == name);
}
