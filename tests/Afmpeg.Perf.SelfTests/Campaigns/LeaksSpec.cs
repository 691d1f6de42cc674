using Afmpeg.Perf.SelfTests.Faults;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Runs in a row, and one that goes on: nothing is left behind, and nothing is held that was not held at first.</summary>
[Collection(Campaign.Name)]
public sealed class LeaksSpec(RuinableSuite suite, ITestOutputHelper output) : IClassFixture<RuinableSuite>
{
    private const int RowsBetween = 8;

    // The collector need not have run when memory is looked at.
    private const double MemoryGrowth = 1.5;

    private static int Runs => TestSettings.Tier == Tier.Full ? 5 : 2;

    [SkippableFact]
    public void Runs_in_a_row_leave_no_file_behind()
    {
        suite.Forget();
        Measure();
        var first = Listing();

        for (var run = 1; run < Runs; run++)
        {
            Measure();
        }

        Listing().Should().BeEquivalentTo(first);
        suite.Leftovers().Should().BeEmpty();
    }

    [SkippableFact]
    public void A_run_that_goes_on_holds_no_more_descriptors_and_memory_than_at_its_beginning()
    {
        RealLanes.SkipUnlessFull(nameof(LeaksSpec));
        suite.Forget();
        using var command = suite.StartRun(RowsBetween);
        var (descriptors, memory) = Held(command.Id);
        var before = suite.Lines().Length;

        command.WaitUntil(() => suite.Lines().Length >= before + (2 * RowsBetween));
        var later = Held(command.Id);

        output.WriteLine($"{before} rows: {descriptors} descriptors, {memory >> 20} MiB; {suite.Lines().Length} rows: {later.Descriptors} descriptors, {later.Memory >> 20} MiB");
        command.Ended(TimeSpan.Zero).Should().BeNull("it is looked at while it runs");
        later.Descriptors.Should().BeLessThanOrEqualTo(descriptors + 3, "a run that is being looked at has a few of its own");
        later.Memory.Should().BeLessThan((long)(MemoryGrowth * memory));
    }

    private void Measure() => suite.Run(suite.RunLine).Status.Should().BeOneOf(RuinableSuite.Ended);

    private IEnumerable<string> Listing() => new[] { suite.Checkout, suite.Cache, suite.Report }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Concat(new[] { "/dev/shm", Path.GetTempPath() }.SelectMany(parent => Directory.EnumerateFileSystemEntries(parent, "*afmpeg*")));

    private static (int Descriptors, long Memory) Held(int process)
    {
        var pages = long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1]);
        return (Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count(), pages * Environment.SystemPageSize);
    }
}
