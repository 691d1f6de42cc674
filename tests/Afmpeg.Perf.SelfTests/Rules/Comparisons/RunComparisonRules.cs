using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Comparisons;

/// <summary>Two runs held against each other in what has no noise.</summary>
public sealed class RunComparisonRules
{
    private readonly RunSnapshot before = new CannedSnapshot("before").Make();
    private readonly RunSnapshot measured = new CannedRun().Report().Snapshot;

    [Fact]
    public void A_run_against_itself_differs_nowhere()
    {
        RunComparison.Of(measured, measured).Should().Match<RunComparison>(same => !same.HasRegressed && same.Outputs.IsEmpty);
        RunComparison.Of(before, before).Summary.Should().Be("40 cases in both, 0 with another output, 0 modules of another size, no "
            + "operations counted in both");
    }

    [Fact]
    public void A_case_missing_from_one_run_is_reported_but_is_not_a_regression()
    {
        var fewer = before with { Cases = before.Cases[..38] };

        RunComparison.Of(before, fewer)
            .Should().Match<RunComparison>(compared => !compared.HasRegressed
                && compared.Notes.Contains($"Only A has 2 cases, such as {CannedSnapshot.Id(38)}."));
        RunComparison.Of(fewer, before).Notes.Should().Contain($"Only B has 2 cases, such as {CannedSnapshot.Id(38)}.");
    }

    [Theory]
    [InlineData(0.001, true)]
    [InlineData(0.5, false)]
    public void A_module_may_execute_more_within_the_tolerance(double tolerance, bool hasRegressed)
    {
        var (few, many) = (before with { Operations = CannedOperations.Counting(100) },
            before with { Operations = CannedOperations.Counting(110) });

        RunComparison.Of(few, many, tolerance).HasRegressed.Should().Be(hasRegressed);
        RunComparison.Of(many, few, tolerance).HasRegressed.Should().BeFalse("fewer are no regression");
        RunComparison.Of(few, many, tolerance).ChangedOperations.Should().ContainSingle();
    }

    [Theory]
    [InlineData(Tolerances.Operations, 0, false)]
    [InlineData(0.0005, 1, true)]
    public void A_tolerance_below_the_usual_one_holds_too(double tolerance, int changed, bool hasRegressed)
    {
        var (few, many) = (before with { Operations = CannedOperations.Counting(100_000) },
            before with { Operations = CannedOperations.Counting(100_080) });

        var compared = RunComparison.Of(few, many, tolerance);

        compared.ChangedOperations.Should().HaveCount(changed);
        compared.HasRegressed.Should().Be(hasRegressed);
    }

    [Fact]
    public void Values_that_depend_on_the_processor_are_not_compared()
    {
        Case("native").Should().Match<CaseSnapshot>(native => native.Frames == 90 && native.OutputBytes == null
            && native.FramesDigest == null && native.PsnrYDb == null);
        Case("wasmtime+O3-simd128").Should().Match<CaseSnapshot>(module => module.OutputBytes == 412_345 && module.FramesDigest != null
            && module.PsnrYDb == 43.08);
        Case("wasmedge+Oz-shipped").Failure.Should().Contain("trapped");
    }

    [Fact]
    public void Inputs_are_told_apart_by_their_files_and_by_everything_that_a_job_says()
    {
        var job = Samples.Job();
        string Digest(Job of) => RunInputs.Of([of], _ => "sum").Jobs.Single().Digest;

        RunInputs.Of([job, Samples.Job("other")], id => $"sum of {id}").Media
            .Should().Equal(new InputDigest("synthetic-240p", "sum of synthetic-240p"));
        new[] { job, job with { Pictures = ["-vf", "scale=2:2"] }, job with { Setting = EncoderSetting.Jpeg }, job with { Copies = 4 } }
            .Select(Digest).Should().OnlyHaveUniqueItems().And.OnlyContain(digest => digest.Length == 64);
        Digest(Samples.Job()).Should().Be(Digest(job));
    }

    private CaseSnapshot Case(string lane) => measured.Cases.Single(entry => entry.Id.EndsWith($"/{lane}", StringComparison.Ordinal));
}
