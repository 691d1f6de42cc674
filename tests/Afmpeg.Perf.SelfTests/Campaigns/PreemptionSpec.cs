using System.Text;
using Afmpeg.Perf.Toolchains;
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

    [SkippableFact]
    public async Task A_garbage_collection_waits_for_a_guest_that_does_not_check_at_every_loop()
    {
        RealLanes.SkipUnlessFull(nameof(PreemptionSpec));
        var settings = TestSettings.ForRun(ImmutableHashSet<string>.Empty);
        await ToolchainSetup.Run(settings.Folders, settings.Path, settings.MayInstall, new ToolchainNeeds([], [Engines.Wazero], []));
        var program = await WazeroProgram.Compile(
            settings.Folders, Repository.PathOf("tests", "Fixtures", "preemption"), folder.File("build"));

        const string running = "the guest computes, and so does this goroutine\n";
        (await Run(program, "cancel")).Should().Be((running + "the garbage is collected\n", false));
        (await Run(program, "none")).Should().Be((running, true));
    }

    private static async Task<(string Output, bool IsKilled)> Run(string program, string check)
    {
        using var guests = new GuestRuns();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var output = new StringBuilder();
        var command = Cli.Wrap(program).WithArguments([guests.Module("loops"), check])
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output));
        try
        {
            await command.ExecuteAsync(limit.Token);
            return ($"{output}", false);
        }
        catch (OperationCanceledException)
        {
            return ($"{output}", true);
        }
    }
}
