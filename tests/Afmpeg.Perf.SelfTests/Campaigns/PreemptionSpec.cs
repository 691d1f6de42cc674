using System.Text;
using Afmpeg.Perf.Running;
using CliWrap;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>
/// What a guest that never calls the host does to the Go program around it: with wazero's check at every loop the program's other
/// goroutines go on; without it they stop at the next garbage collection. docs/reliability/stopping.md warns of it.
/// </summary>
[Collection(Campaign.Name)]
public sealed class PreemptionSpec : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableTheory]
    [InlineData("cancel", "the garbage is collected\n")]
    [InlineData("none", "")]
    public async Task A_garbage_collection_waits_for_a_guest_that_does_not_check_at_every_loop(string check, string then)
    {
        RealLanes.SkipUnlessFull(nameof(PreemptionSpec));
        var settings = TestSettings.ForRun(new HashSet<string> { "transcode/synthetic-120p/libx264-veryfast/wazero+O3-simd128-msa" });
        _ = await new BenchmarkRun(settings, new PlainProgress(TextWriter.Null)).SetUp(CancellationToken.None);
        var program = await WazeroProgram.Compile(
            settings.Folders, Repository.PathOf("tests", "Fixtures", "preemption"), folder.File("build"));
        using var guests = new GuestRuns();
        var told = new StringBuilder();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        var killed = await Record.ExceptionAsync(async () =>
            await Cli.Wrap(program).WithArguments([guests.Module("loops"), check])
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(told)).ExecuteAsync(limit.Token));

        told.ToString().Should().Be($"the guest computes, and so does this goroutine\n{then}");
        (killed is OperationCanceledException).Should().Be(then.Length == 0, $"{killed}");
    }
}
