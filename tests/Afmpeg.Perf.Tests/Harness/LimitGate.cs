using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>Whether a row passes, fails or is skipped.</summary>
public static class LimitGate
{
    /// <summary>Skips the row of a case that could not be measured, or fails it if strict. A case that failed was measured.</summary>
    public static void Measured(CaseSummary summary, bool strict)
    {
        var reason = summary is { Failure: null, Rounds: 0 } ? summary.NativeMultiple.Reason : null;
        Skip.If(reason is not null && !strict, $"not measured: {reason}");
        reason.Should().BeNull("AFMPEG_STRICT=1 wants every case measured");
    }

    /// <summary>Fails the row of a module, if strict, where no limit judges a module of the run: such a run gates nothing.</summary>
    public static void Judged(CaseSummary summary, string? whyUnjudged, bool strict)
    {
        if (strict && summary.Case.Lane.IsWasm)
        {
            whyUnjudged.Should().BeNull("AFMPEG_STRICT=1 wants a limit that judges a module");
        }
    }

    /// <summary>
    /// Asserts that a case exceeds no limit. An excess that the recorded decision expects skips the row; so does a limit that could not be
    /// judged, which fails it if strict. Each verdict is evidence.
    /// </summary>
    public static void Hold(IReadOnlyCollection<Finding> findings, RecordedDecision recorded, bool strict, Action<string> evidence)
    {
        findings.Should().NotBeEmpty("a case has a row only if a limit judges it");
        foreach (var finding in findings)
        {
            evidence($"{finding.Verdict}: {finding.Sentence}");
        }

        findings.Where(finding => finding.Verdict == Verdict.Exceeded && !recorded.Expects(finding)).Select(finding => finding.Sentence)
            .Should().BeEmpty();
        var open = findings.Where(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured)
            .Select(finding => finding.Sentence).ToArray();
        Skip.If(open.Length > 0 && !strict, string.Join(Environment.NewLine, open));
        open.Should().BeEmpty("AFMPEG_STRICT=1 wants every limit judged");
        var expected = findings.Where(recorded.Expects).Select(finding => finding.Sentence).ToArray();
        Skip.If(
            expected.Length > 0,
            $"exceeded, as the recorded decision to promote {recorded.Lever} expects: {string.Join(Environment.NewLine, expected)}");
    }
}
