using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>
/// The gate of the decision is seen red, on the rows of the run that the recorded decision was made of; and green without anything planted
/// in them.
/// </summary>
public sealed class DecisionGateRules
{
    private static readonly string Folder = Repository.PathOf("docs", "report");
    private static readonly Declarations Declared = Declarations.Load(TestSettings.Folders);
    private static readonly RunReport Green = Report(Declared.Thresholds);

    [Fact]
    public void With_nothing_planted_the_decision_is_the_recorded_one()
    {
        Green.Measured.Contradicts(Green.Decision).Should().BeFalse(Green.Measured.Sentence);
        Green.Measured.Outcome.Should().Be(Green.Decision.Outcome);
        Green.Unexpected.Should().BeEmpty("what is shipped exceeds no limit but those that the recorded decision rests on");
    }

    [Fact]
    public void A_lever_that_became_four_times_slower_changes_the_decision()
    {
        var red = Report(
            Declared.Thresholds, row => row with { ExecuteSeconds = IsOfTheLever(row) ? row.ExecuteSeconds * 4 : row.ExecuteSeconds });

        red.Measured.Lever?.Change.Id.Should().NotBe(Green.Measured.Lever!.Change.Id);
        red.Measured.Sentence.Should().NotBe(Green.Measured.Sentence);
    }

    [Fact]
    public void Limits_that_the_shipped_build_meets_turn_the_go_into_a_no_go_that_contradicts_the_record()
    {
        var relaxed = Declared.Thresholds with
        {
            Limits = [.. Declared.Thresholds.Limits.Select(limit => limit.Id.StartsWith("shipped-", StringComparison.Ordinal)
                && limit.AtMost is { } most ? limit with { AtMost = 20 * most } : limit)],
        };

        var red = Report(relaxed);

        red.Measured.Outcome.Should().Be(DecisionOutcome.NoGo, red.Measured.Sentence);
        red.Measured.Contradicts(red.Decision).Should().BeTrue();
        red.Status(strict: false).Should().Be(ExitStatus.Exceeded);
    }

    [Fact]
    public void An_exceeded_limit_that_the_recorded_decision_does_not_name_is_news()
    {
        var forgotten = Declared.Thresholds with { Decision = Declared.Thresholds.Decision with { Exceeded = [] } };

        var red = Report(forgotten);

        red.Unexpected.Should().NotBeEmpty();
        red.Status(strict: false).Should().Be(ExitStatus.Exceeded);
    }

    private static bool IsOfTheLever(Measurement row) => row.Engine == MatrixDesign.ShippedEngine && row.Build == MatrixDesign.DefaultBuild;

    private static RunReport Report(Thresholds thresholds, Func<Measurement, Measurement>? plant = null) => RecordedRun.Of(
        Declared with { Thresholds = thresholds },
        RunState.Read(Folder)!,
        MeasurementLog.Read(Path.Combine(Folder, "measurements.jsonl")).Select(plant ?? (row => row)),
        []).Report;
}
