using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Matrix;

public sealed class CaseMatrixRules
{
    private const string Quick = "transcode/quick/libx264-veryfast";
    private const string Long = "transcode/long/libx264-veryfast";

    private static readonly CaseMatrix Matrix = new([Samples.Job("quick"), Samples.Job("long", Tier.Full)],
        [.. Samples.Lanes, Lane.Wasm("v8", "O3")], (job, _) => Placement.From(job.Tier));

    [Fact]
    public void A_tier_selects_its_jobs_on_every_lane()
    {
        Ids(Matrix.Select(Tier.Quick, filter: null)).Should().Equal(
            $"{Quick}/native", $"{Quick}/native-1t", $"{Quick}/native-portable", $"{Quick}/wasmtime+Oz", $"{Quick}/v8+O3");
        Matrix.Select(Tier.Full, filter: null).Should().HaveCount(10);
    }

    [Fact]
    public void A_pattern_selects_what_matches_and_the_baselines_it_needs()
    {
        Ids(Matrix.Select(Tier.Quick, "*/v8+*")).Should().Equal(
            $"{Quick}/native", $"{Quick}/native-1t", $"{Quick}/native-portable", $"{Quick}/v8+O3");
    }

    [Fact]
    public void An_exact_id_overrules_the_tier()
    {
        Ids(Matrix.Select(Tier.Quick, $"{Long}/wasmtime+Oz")).Should().Equal(
            $"{Long}/native", $"{Long}/native-1t", $"{Long}/native-portable", $"{Long}/wasmtime+Oz");
    }

    [Fact]
    public void Ids_select_only_their_cases_and_the_baselines_of_those_jobs()
    {
        Ids(Matrix.Select(new HashSet<string> { $"{Long}/v8+O3", "some other theory's key" })).Should().Equal(
            $"{Long}/native", $"{Long}/native-1t", $"{Long}/native-portable", $"{Long}/v8+O3");
    }

    [Fact]
    public void A_filter_that_matches_nothing_is_refused_with_the_nearest_case()
    {
        var refusal = Matrix.Invoking(matrix => matrix.Select(Tier.Quick, $"{Quick}/wasmtmie+Oz")).Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Where.Should().Be($"--filter {Quick}/wasmtmie+Oz");
        refusal.Observed.Should().Be($"the nearest case is {Quick}/wasmtime+Oz");
    }

    [Fact]
    public void A_pattern_of_a_filter_that_matches_nothing_is_refused_by_name_even_if_another_one_matches()
    {
        var refusal = Matrix.Invoking(matrix => matrix.Select(Tier.Quick, $"*/v8+*, {Quick}/wasmtmie+Oz"))
            .Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Message.Should().StartWith($"No case of the quick tier fits '{Quick}/wasmtmie+Oz' of the filter");
        refusal.Observed.Should().Be($"the nearest case is {Quick}/wasmtime+Oz");
    }

    [Fact]
    public void Blanks_around_the_commas_of_a_filter_do_not_count()
    {
        Ids(Matrix.Select(Tier.Quick, "*/v8+* , */wasmtime+*")).Should().Equal(Ids(Matrix.Select(Tier.Quick, filter: null)));
    }

    [Fact]
    public void A_filter_that_matches_only_the_full_tier_is_refused_with_that_hint()
    {
        Matrix.Invoking(matrix => matrix.Select(Tier.Quick, "transcode/long/*")).Should().Throw<PerfException>()
            .Which.Observed.Should().Be("5 cases of the full tier would fit: --tier full");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/wasmtime+mine")]
    public void Lanes_of_a_flavour_that_no_job_has_are_refused_with_that_reason(string? filter)
    {
        var mine = Lane.Wasm("wasmtime", "mine") with { IsCustom = true, CustomFlavour = "lgpl" };
        var matrix = new CaseMatrix([Samples.Job("quick")], [.. Samples.Lanes, mine], MatrixDesign.PlaceOnlyCustom(["lgpl"]));

        var refusal = matrix.Invoking(empty => empty.Select(Tier.Full, filter)).Should().Throw<PerfException>().Which;

        refusal.Status.Should().Be(ExitStatus.BadUsage);
        refusal.Observed.Should().Be("no job of your own clip is of flavour lgpl");
    }

    [Fact]
    public void Cases_left_out_are_counted_by_the_name_of_their_rule()
    {
        var matrix = new CaseMatrix([Samples.Job("quick")], Samples.Lanes, (_, lane) =>
            lane == Lane.Native ? Placement.From(Tier.Quick)
            : lane.IsWasm ? Placement.Excluded("no-module", "nobody asked") : Placement.Excluded("no-baseline", "one is enough"));

        matrix.Exclusions.Should().Equal(new Exclusion("no-baseline", "one is enough", 2), new Exclusion("no-module", "nobody asked", 1));
        matrix.Cases.Should().ContainSingle();
    }

    [Fact]
    public void A_matrix_that_measures_everything_leaves_nothing_out() => Matrix.Exclusions.Should().BeEmpty();

    [Fact]
    public void Ids_are_unique()
    {
        Ids(Matrix.Cases).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> Ids(IEnumerable<BenchmarkCase> cases) => cases.Select(benchmarkCase => benchmarkCase.Id);
}
