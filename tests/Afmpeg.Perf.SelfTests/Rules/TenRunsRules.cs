using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.SelfTests.Simulation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using MathNet.Numerics.Statistics;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>
/// Ten runs in a row, nothing changed between them: what docs/trust/rounds.md says of them is what their kept rounds say.
/// </summary>
public sealed class TenRunsRules
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "trust", "rounds.md"));

    [Fact]
    public void Their_noise_floors_match_the_page()
    {
        var floors = PastRuns.OfTwoJobs.Reports.Select(
            report => report.NoiseFloor.Show(floor => Figures.Of(100 * floor.Fraction), reason => reason));

        Page.Should().Contain($"| noise floors of the ten | {string.Join(", ", floors)} % |");
    }

    [Theory]
    [InlineData("quiet day, a full run")]
    [InlineData("noisy day, ten runs in a row")]
    [InlineData("noisy day, the decision's run")]
    public void The_scatter_of_a_round_matches_the_page(string day)
    {
        var rounds = day.StartsWith("quiet", StringComparison.Ordinal) ? MeasuredRounds.QuietDay
            : day.EndsWith("row", StringComparison.Ordinal) ? MeasuredRounds.NoisyDay
            : MeasuredRounds.DecisionRun;
        string Shown(Lane baseline) => $"{100 * rounds.Scatter(baseline, 0.5):0.0} %, {100 * rounds.Scatter(baseline, 0.9):0.0} %";

        Page.Should().Contain($"| {day} | {Shown(Lane.Native)} | {Shown(Lane.NativePortable)} |");
    }

    [Fact]
    public void The_noise_floor_of_the_first_decisions_run_matches_the_page()
    {
        PastRuns.OfTheDecision.Reports[0].NoiseFloor.TryGet(out var floor).Should().BeTrue();

        Page.Should().Contain($"| native against itself | {floor!.Ratio} over {floor.Ratio.Count} rounds of the first decision's run, "
            + $"a floor of {Figures.Of(100 * floor.Fraction)} % |");
    }

    [Fact]
    public void The_verified_tables_of_all_whole_tier_runs_are_the_same()
    {
        var runs = PastRuns.OfTheWholeTier;
        var floors = runs.Reports.Select(report => report.NoiseFloor.Show(floor => Figures.Of(100 * floor.Fraction), reason => reason));
        var verified = VerifiedTable.Render(runs.Reports[0]);

        runs.Reports.Select(report => VerifiedTable.Render(report, verified)).Distinct().Should().Equal(verified);
        Page.Should().Contain($"| noise floors | {string.Join(", ", floors)} % |");
    }

    [Fact]
    public void Each_run_of_the_whole_tier_has_the_same_verdicts()
    {
        var reports = PastRuns.OfTheWholeTier.Reports;
        var judgements = reports.SelectMany(report => report.Findings)
            .GroupBy(finding => (finding.Limit.Id, finding.Case.Case.Id), finding => finding.Verdict).ToArray();

        judgements.Should().OnlyContain(verdicts => verdicts.Count() == 10 && verdicts.Distinct().Count() == 1);
        Page.Should().Contain($"| {judgements.Length} judgements of three limits | each the same in all ten |");
    }

    [Fact]
    public void Each_has_the_same_verdicts()
    {
        Func<RunReport, string[]> verdicts = report =>
            [.. report.Findings.Select(finding => $"{finding.Limit.Id} {finding.Case.Case.Id} {finding.Verdict}")
            .Order(StringComparer.Ordinal)];

        var first = verdicts(PastRuns.OfTwoJobs.Reports[0]);

        PastRuns.OfTwoJobs.Reports.Select(verdicts).Should().AllSatisfy(next => next.Should().Equal(first));
        PastRuns.OfTwoJobs.Reports[0].Findings.Should().NotBeEmpty().And.OnlyContain(finding => finding.Verdict == Verdict.Within);
    }

    [Fact]
    public void The_verified_table_of_the_first_run_is_that_of_all_ten()
    {
        var verified = VerifiedTable.Render(PastRuns.OfTwoJobs.Reports[0]);

        PastRuns.OfTwoJobs.Reports.Select(report => VerifiedTable.Render(report, verified)).Distinct().Should().Equal(verified);
        Page.Should().Contain("| the verified table of the first, held against each of the other nine | changes in 0 of 9,");
    }

    [Theory]
    [InlineData("screencast-360p", "native-portable")]
    [InlineData("synthetic-120p", "native-portable")]
    [InlineData("screencast-360p", "native")]
    [InlineData("synthetic-120p", "native")]
    public void The_page_shows_how_a_module_differs_from_run_to_run_beside_what_its_rounds_predict(string subject, string baseline)
    {
        var runs = MeasuredRounds.NoisyDay.To(new Lane(baseline, null, null))
            .Where(series => series.Case.Contains($"/{subject}/") && series.Case.Contains('+')).ToArray();
        var between = runs.Select(series => series.Ratios.Mean()).StandardDeviation();
        var expected = Math.Sqrt(runs.Average(series => series.Ratios.Variance() / series.Rounds.Length));

        Page.Should().Contain($"| {subject}, to {baseline} | {100 * expected:0.0} % | {100 * between:0.0} % |");
        (between / expected).Should().BeInRange(baseline == "native" ? 1.5 : 0.8, baseline == "native" ? 3 : 1.25,
            "rounds predict what multiples of native-portable differ by from run to run");
    }

    [Theory]
    [InlineData("two jobs")]
    [InlineData("the whole tier")]
    public void The_interval_of_one_run_contains_the_result_of_all_ten_as_often_as_the_page_says(string runs)
    {
        var rounds = Of(runs).Rounds;
        string Held(Lane baseline)
        {
            double InflationFactor(int count) =>
                baseline == Lane.Native ? RoundAutocorrelation.OfMultiples.InflationFactor(count, rounds.SecondsApart) : 1;
            var cases = rounds.To(baseline).GroupBy(series => series.Case).ToArray();
            var held = cases.Sum(one =>
            {
                var truth = Math.Exp(Estimated(one.SelectMany(series => series.Ratios)).Value);
                return one.Select(series => Estimated(series.Ratios).Map(Math.Exp).Inflated(InflationFactor(series.Rounds.Length)))
                    .Count(estimate => estimate.Low <= truth && truth <= estimate.High);
            });
            return $"{held} of {cases.Sum(one => one.Count())}";
        }

        Page.Should().Contain($"| intervals of one run that hold what all ten say | {Held(Lane.NativePortable)} to native-portable, "
            + $"{Held(Lane.Native)} to native |");
    }

    private static PastRuns Of(string runs) => runs == "two jobs" ? PastRuns.OfTwoJobs : PastRuns.OfTheWholeTier;

    private static Estimate Estimated(IEnumerable<double> ratios)
    {
        PseudoMedian.Of([.. ratios]).TryGet(out var estimate).Should().BeTrue();
        return estimate!;
    }
}
