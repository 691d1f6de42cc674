using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Reports;

public sealed class RunStatusRules
{
    private static readonly RunReport Canned = new CannedRun().Report();

    [Theory]
    [InlineData(Verdict.Within, false, ExitStatus.Within)]
    [InlineData(Verdict.Within, true, ExitStatus.Within)]
    [InlineData(Verdict.Exceeded, false, ExitStatus.Exceeded)]
    [InlineData(Verdict.Exceeded, true, ExitStatus.Exceeded)]
    [InlineData(Verdict.Inconclusive, false, ExitStatus.Within)]
    [InlineData(Verdict.Inconclusive, true, ExitStatus.Inconclusive)]
    [InlineData(Verdict.NotMeasured, false, ExitStatus.Within)]
    [InlineData(Verdict.NotMeasured, true, ExitStatus.Inconclusive)]
    public void A_verdict_ends_a_run_with_its_status(Verdict verdict, bool strict, ExitStatus status)
    {
        var sound = Canned with
        {
            Cases = [.. Canned.Cases.Where(summary => summary.Failure is null)],
            Findings = [Canned.Findings[0] with { Verdict = verdict }, Canned.Findings[0] with { Verdict = Verdict.Within }],
        };

        sound.Status(strict).Should().Be(status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_case_that_failed_ends_a_run_as_an_exceeded_limit_does(bool strict)
    {
        var failed = Canned with { Cases = [.. Canned.Cases.Where(summary => summary.Failure is not null)], Findings = [] };

        failed.Cases.Should().NotBeEmpty();
        failed.Status(strict).Should().Be(ExitStatus.Exceeded);
    }

    [Fact]
    public void A_strict_run_whose_modules_no_limit_judges_ends_as_inconclusive()
    {
        var sound = Canned with { Cases = [.. Canned.Cases.Where(summary => summary.Failure is null)] };
        var unjudged = sound with { Findings = [] };

        (unjudged.Status(strict: true), unjudged.Status(strict: false)).Should().Be((ExitStatus.Inconclusive, ExitStatus.Within));
        unjudged.WhyUnjudged.Should().Contain("no limit judges a module of this run").And.Contain("wasmtime+O3-simd128");
        sound.WhyUnjudged.Should().BeNull();
        (unjudged with { Cases = [.. sound.Cases.Where(summary => !summary.Case.Lane.IsWasm)] }).WhyUnjudged.Should()
            .BeNull("a run of native lanes has no module to gate");
    }

    [Fact]
    public void A_limit_on_the_suites_modules_does_not_gate_the_users()
    {
        var own = Canned.Cases.First(summary => summary.Case.Lane.IsWasm);
        own = own with { Case = own.Case with { Lane = own.Case.Lane with { Name = "wasmtime+mine", IsCustom = true } } };

        (Canned with { Cases = Canned.Cases.Add(own) }).WhyUnjudged.Should().Contain("wasmtime+mine");
        (Canned with { Cases = Canned.Cases.Add(own), Findings = [Canned.Findings[0] with { Case = own }] }).WhyUnjudged.Should().BeNull();
    }

    [Fact]
    public void An_exceeded_limit_outweighs_one_that_could_not_be_judged()
    {
        var both = Canned with
        {
            Cases = [],
            Findings = [Canned.Findings[0] with { Verdict = Verdict.Inconclusive }, Canned.Findings[0] with { Verdict = Verdict.Exceeded }],
        };

        both.Status(strict: true).Should().Be(ExitStatus.Exceeded);
    }

    [Fact]
    public void A_run_that_measured_nothing_does_not_end_as_a_success()
    {
        var none = Reading<Estimate>.Unavailable("1 round supports no 95 % interval");
        var sound = Canned with { Cases = [.. Canned.Cases.Where(summary => summary.Failure is null)], Findings = [] };
        RunReport Without(Func<CaseSummary, bool> lacks) =>
            sound with { Cases = [.. sound.Cases.Select(summary => lacks(summary) ? summary with { NativeMultiple = none } : summary)] };
        var baselines = sound.Cases.RemoveAll(summary => summary.Case.Lane.IsWasm);

        sound.Status(strict: false).Should().Be(ExitStatus.Within);
        Without(_ => true).Status(strict: false).Should().Be(ExitStatus.Inconclusive);
        Without(summary => summary.Case.Lane.IsWasm).Status(strict: false).Should().Be(ExitStatus.Inconclusive, "baselines are no result");
        (sound with { Cases = baselines }).Status(strict: false).Should().Be(ExitStatus.Within, "nothing else was asked for");
        (sound with { Cases = [] }).Status(strict: false).Should().Be(ExitStatus.Within, "an empty shard is no fault");
        EmptyRun.Is([.. Without(_ => true).Cases.Select(Once)]).Should().BeFalse("a job that is made once has no interval");

        CaseSummary Once(CaseSummary summary) =>
            summary with { Case = summary.Case with { Job = summary.Case.Job with { LaneCoverage = LaneCoverage.Once } } };
    }
}
