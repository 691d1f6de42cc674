using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>What becomes of a row: a case that could not be measured, and findings on it.</summary>
public static class LimitGate
{
    /// <summary>Skips the row of a case that could not be measured, or fails it where that is strict. A case that failed is measured: its output is wrong.</summary>
    /// <param name="summary">The case.</param>
    /// <param name="strict">Whether what could not be measured fails.</param>
    public static void Measured(CaseSummary summary, bool strict)
    {
        var reason = summary is { Failure: null, Rounds: 0 } ? summary.NativeMultiple.Reason : null;
        Skip.If(reason is not null && !strict, $"not measured: {reason}");
        reason.Should().BeNull("AFMPEG_STRICT=1 wants every case measured");
    }

    /// <summary>
    /// Asserts that no limit is exceeded but those that the recorded decision rests on, which are told and skip the row. A limit that could
    /// not be judged skips it, too, or fails it where that is strict.
    /// </summary>
    /// <param name="findings">The limits of one case.</param>
    /// <param name="recorded">The recorded decision.</param>
    /// <param name="strict">Whether what could not be judged fails.</param>
    /// <param name="evidence">Told each verdict with its sentence, whatever becomes of the row.</param>
    public static void Hold(IReadOnlyCollection<Finding> findings, RecordedDecision recorded, bool strict, Action<string> evidence)
    {
        if (findings.Count == 0)
        {
            evidence("no limit of this kind judges the case");
        }

        foreach (var finding in findings)
        {
            evidence($"{finding.Verdict}: {finding.Sentence}");
        }

        findings.Where(finding => finding.Verdict == Verdict.Exceeded && !recorded.Expects(finding)).Select(finding => finding.Sentence).Should().BeEmpty();
        var open = findings.Where(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured).Select(finding => finding.Sentence).ToArray();
        Skip.If(open.Length > 0 && !strict, string.Join(Environment.NewLine, open));
        open.Should().BeEmpty("AFMPEG_STRICT=1 wants every limit judged");
        var foreseen = findings.Where(recorded.Expects).Select(finding => finding.Sentence).ToArray();
        Skip.If(foreseen.Length > 0, $"exceeded, as the recorded decision says, which is to promote {recorded.Lever} for that: {string.Join(Environment.NewLine, foreseen)}");
    }
}
