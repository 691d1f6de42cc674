using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Tests.Harness;
using Afmpeg.Perf.Verdicts;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class GoNoGoSpec(MeasuredRun run, ITestOutputHelper output)
{
    [SkippableFact]
    public void The_measured_decision_is_the_recorded_one()
    {
        Skip.IfNot(run.IsWholeTierOfSuite, "a decision needs a whole tier of the suite's lanes; a selection of rows was run");
        var (measured, recorded) = (run.Report.Measured, run.Report.Decision);
        output.WriteLine(string.Join(Environment.NewLine, [measured.Sentence, .. measured.Numbers, .. measured.Settles]));
        Skip.If(measured.Outcome == DecisionOutcome.Undecided && !TestSettings.Strict, measured.Sentence);
        measured.Outcome.Should().NotBe(DecisionOutcome.Undecided, $"AFMPEG_STRICT=1 wants a decision; {measured.Sentence}");

        measured.Contradicts(recorded).Should().BeFalse(
            $"""
            recorded on {recorded.Date:yyyy-MM-dd}: {Words.Key(recorded.Outcome)} {recorded.Lever}: {recorded.Rationale}
            measured: {measured.Sentence}
            {string.Join('\n', measured.Numbers)}
            If the measured one is right, record it with its reason: {TestSettings.Record} --rationale 'WHY'
            """);
    }
}
