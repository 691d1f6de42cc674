using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Xunit.Sdk;
using static Afmpeg.Perf.SelfTests.Harness.CannedOperations;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

/// <summary>The gate on operations passes, fails and skips rows.</summary>
public sealed class OperationsGateRules
{
    private readonly List<string> evidence = [];

    [Fact]
    public void The_same_count_passes_with_its_evidence()
    {
        Hold(Baseline, Baseline, strict: true);

        evidence.Should().ContainSingle().Which.Should().Contain("1,000,000").And.Contain("0.00 %");
    }

    [Theory]
    [InlineData(1_010_000, "+1.00 %")]
    [InlineData(990_000, "-1.00 %")]
    public void A_change_of_one_per_cent_fails_and_says_how_to_record_it(long operations, string change) =>
        FluentActions.Invoking(() => Hold(Baseline, Counting(operations))).Should().Throw<XunitException>()
            .WithMessage($"*{change}*{TestSettings.Record}*");

    [Fact]
    public void A_change_that_another_compiler_explains_is_skipped_and_fails_if_strict()
    {
        var live = Counting(1_010_000).Of(Origin with { Compiler = "clang-19" });

        Skips(() => Hold(Baseline, live), "*the compiler*");
        FluentActions.Invoking(() => Hold(Baseline, live, strict: true)).Should().Throw<XunitException>();
    }

    [Fact]
    public void A_count_without_a_baseline_is_skipped_and_says_how_to_record_it()
    {
        Skips(() => Hold(Baseline with { Counts = [] }, Baseline), "*afmpeg-perf accept*");
        Skips(() => Hold(null, Baseline), "*afmpeg-perf accept*");
    }

    [Fact]
    public void A_count_that_failed_is_skipped_with_its_reason() => Skips(
        () => OperationsGate.Hold(Baseline, Reading<OperationsSnapshot>.Unavailable("exit status 1"), strict: false, evidence.Add),
        "*exit status 1");

    private static void Skips(Action gate, string why) => gate.Should().Throw<Xunit.SkipException>().WithMessage(why);

    private void Hold(OperationsSnapshot? baseline, OperationsSnapshot live, bool strict = false) =>
        OperationsGate.Hold(baseline, Reading<OperationsSnapshot>.Of(live), strict, evidence.Add);
}
