using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Xunit.Sdk;
using static Afmpeg.Perf.SelfTests.Harness.CannedOperations;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>The gate on operations has been seen red, skipped and green.</summary>
public sealed class OperationsGateRules
{
    private readonly List<string> evidence = [];

    [Fact]
    public void The_same_count_passes_with_its_evidence()
    {
        Hold(Baseline, Baseline, strict: true);

        evidence.Should().ContainSingle().Which.Should().Contain("before 1,000,000 (0.00 %)");
    }

    [Theory]
    [InlineData(1_010_000, "+1.00 %")]
    [InlineData(990_000, "-1.00 %")]
    public void One_per_cent_is_red(long operations, string change) =>
        FluentActions.Invoking(() => Hold(Baseline, Counting(operations))).Should().Throw<XunitException>()
            .WithMessage($"*{change}*{TestSettings.Record} records it*");

    [Fact]
    public void What_another_compiler_explains_skips_and_is_red_under_strict()
    {
        var live = Counting(1_010_000).Of(Origin with { Compiler = "clang-19" });

        FluentActions.Invoking(() => Hold(Baseline, live)).Should().Throw<Xunit.SkipException>().WithMessage("cannot tell: *the compiler: *");
        FluentActions.Invoking(() => Hold(Baseline, live, strict: true)).Should().Throw<XunitException>();
    }

    [Fact]
    public void What_the_baseline_has_not_skips_and_says_how_to_record_it()
    {
        FluentActions.Invoking(() => Hold(Baseline with { Counts = [] }, Baseline)).Should().Throw<Xunit.SkipException>().WithMessage("*no such count; record it: afmpeg-perf accept*");
        FluentActions.Invoking(() => Hold(null, Baseline)).Should().Throw<Xunit.SkipException>().WithMessage("no baseline of operations; record one: *");
    }

    [Fact]
    public void A_count_that_failed_skips_with_its_reason() => FluentActions.Invoking(() => OperationsGate.Hold(
        Baseline, Reading<OperationsSnapshot>.Unavailable("exit status 1"), strict: false, evidence.Add)).Should().Throw<Xunit.SkipException>().WithMessage("not measured: exit status 1");

    private void Hold(OperationsSnapshot? baseline, OperationsSnapshot live, bool strict = false) =>
        OperationsGate.Hold(baseline, Reading<OperationsSnapshot>.Of(live), strict, evidence.Add);
}
