using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Tests.Harness;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Specs;

[Collection(MeasuredRuns.Name)]
public sealed class ReelSpec(MeasuredRun run, ITestOutputHelper output)
{
    /// <summary>The reels that are made once, in the full tier. They are rows in every tier.</summary>
    public static TheoryData<string> LongReels =>
        TheoryRows.OfCases(MeasuredRun.Matrix.Cases.Where(declared => ReelJobs.IsTest(declared.Job)).Select(declared => declared.Id));

    [CaseTheory]
    [MemberData(nameof(LongReels))]
    public void A_long_reel_takes_as_long_as_shorter_ones_predict(string caseId)
    {
        var reading = run.Case(caseId, output).Reel;
        Skip.If(reading.Reason is not null && !TestSettings.Strict, $"not predicted: {reading.Reason}");
        reading.TryGet(out var reel).Should().BeTrue($"AFMPEG_STRICT=1 wants a prediction: {reading.Reason}");
        output.WriteLine($"{reel!.Predicted} s predicted; {reel.Line.FixedCost} s fixed and {reel.Line.CostPerUnit} s per second");

        Skip.If(reel.Observed.Reason is not null && !TestSettings.Strict, $"not measured: {reel.Observed.Reason}");
        reel.Observed.TryGet(out var seconds).Should().BeTrue($"AFMPEG_STRICT=1 wants the reel made: {reel.Observed.Reason}");
        seconds.Should().BeInRange(reel.Predicted.Low, reel.Predicted.High, "that is the prediction's interval");
    }
}
