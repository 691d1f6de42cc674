using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Running;

/// <summary>Which run a folder holds once one has begun and ended in it.</summary>
public sealed class RunPreparationRules : IDisposable
{
    private static readonly RunPlan Plan = new([Samples.Case(Samples.Wasm)], 7, TimeSpan.FromMinutes(1), RoundLimits.Default);
    private static readonly RunState Finished = RunState.Begin(7, "f", Tier.Quick, Plan, Samples.Conditions) with
    {
        Account = new(
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2))
    };
    private static readonly RunState Later = RunState.Begin(7, "g", Tier.Quick, Plan, Samples.Conditions);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_that_measured_nothing_leaves_the_finished_one_in_its_place()
    {
        Later.Write(folder.Path);
        Measurement[] rows = [Row(Later, 0), Row(Later, 1) with { Case = "noise/native-a" }];

        var ending = FluentActions.Invoking(() => RunPreparation.KeepFinished(Finished, Later, rows, folder.Path)).Should()
            .Throw<PerfException>().Which;

        (ending.Status, ending.Where).Should().Be((ExitStatus.Inconclusive, folder.Path));
        ending.Message.Should().Contain(Finished.Run).And.Contain("--budget");
        RunState.Read(folder.Path)!.Run.Should().Be(Finished.Run);
    }

    [Fact]
    public void One_that_has_a_round_or_no_finished_one_before_it_stays()
    {
        Later.Write(folder.Path);

        RunPreparation.KeepFinished(Finished, Later, [Row(Later, 1)], folder.Path);
        RunPreparation.KeepFinished(Finished with { Account = null }, Later, [], folder.Path);
        RunPreparation.KeepFinished(null, Later, [], folder.Path);

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    [Fact]
    public void One_whose_warm_up_went_wrong_stays_and_tells_of_it()
    {
        Later.Write(folder.Path);

        RunPreparation.KeepFinished(Finished, Later, [Row(Later, 0) with { Warmup = true, Outcome = Outcome.Failed }], folder.Path);

        RunState.Read(folder.Path)!.Run.Should().Be(Later.Run);
    }

    private static Measurement Row(RunState state, int round) => Samples.Row(Samples.Wasm, round, 1) with { Run = state.Run };
}
