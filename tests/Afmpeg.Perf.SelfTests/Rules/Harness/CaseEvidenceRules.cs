using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules.Harness;

public sealed class CaseEvidenceRules
{
    private static readonly double[] Times = [1, 1.01, 0.99, 1, 1.02, 1, 0.98];

    [Fact]
    public void It_shows_each_reading_with_its_interval_and_rounds() =>
        Text([.. Samples.Lanes.SelectMany(lane => Samples.Rows(lane, [.. Times.Select(time => lane.IsWasm ? 3 * time : time)]))])
            .Should().Contain("7 rounds").And.Contain("3.00 [3.00, 3.00], n = 7").And.Contain("90, expected 90")
            .And.Contain("equals native-portable: yes");

    [Fact]
    public void It_says_why_a_reading_is_missing() => Text([])
        .Should().Contain("0 rounds").And.Contain("native multiple: not measured: wasmtime is not here");

    [Fact]
    public void It_shows_incidents_and_failures()
    {
        var row = Samples.Row(Samples.Wasm, 1, 1);

        Text([row with { Outcome = Outcome.Failed, ExecuteSeconds = null, Reason = "trap: unreachable", FramesDigest = null }])
            .Should().Contain("trap: unreachable");
        Text([row with { FramesDigest = new string('b', 64) }, Samples.Row(Samples.Wasm, 2, 1)]).Should().Contain("failed: ");
    }

    private static string Text(Measurement[] rows)
    {
        var summaries = Summary.Of(Samples.Lanes.Select(Samples.Case), _ => "wasmtime is not here", rows);
        return string.Join('\n', CaseEvidence.Of(summaries.Single(summary => summary.Case.Lane == Samples.Wasm)));
    }
}
