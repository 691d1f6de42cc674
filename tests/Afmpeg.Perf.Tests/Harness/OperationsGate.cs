using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Compares what a module executes with the committed baseline, on every host.</summary>
public static class OperationsGate
{
    /// <summary>Asserts that a count equals the baseline's. What cannot be compared skips the row, or fails it if strict.</summary>
    public static void Hold(OperationsSnapshot? baseline, Reading<OperationsSnapshot> live, bool strict, Action<string> evidence)
    {
        if (!live.TryGet(out var counted))
        {
            Open($"not measured: {live.Reason}", strict);
            return;
        }

        if (baseline is null)
        {
            Open($"no baseline of operations; record one: {TestSettings.Record}", strict);
            return;
        }

        var compared = OperationsComparison.Of(baseline, counted, counted.Counts.Single().Key);
        evidence(compared.Sentence);
        compared.Verdict.Should().NotBe(
            OperationsVerdict.Changed,
            "{0}. If that is intended, {1} records it",
            compared.Sentence,
            TestSettings.Record);
        Open(
            compared.Verdict switch
            {
                OperationsVerdict.OtherTools => $"cannot tell: {compared.Sentence}",
                OperationsVerdict.New => $"not measured: {compared.Sentence}; record it: {TestSettings.Record}",
                _ => null,
            },
            strict);
    }

    private static void Open(string? reason, bool strict)
    {
        Skip.If(reason is not null && !strict, reason);
        reason.Should().BeNull("AFMPEG_STRICT=1 wants every count compared");
    }
}
