using Afmpeg.Perf.SelfTests.Faults;
using Afmpeg.Perf.Workloads;
using Xunit.Abstractions;

namespace Afmpeg.Perf.SelfTests.Campaigns;

/// <summary>Repeated runs, and one long run: no file is left behind, and no descriptor or memory is lost.</summary>
[Collection(Campaign.Name)]
public sealed class LeaksSpec(RuinableSuite suite, ITestOutputHelper output) : IClassFixture<RuinableSuite>
{
    private const int RowsBetween = 8;

    // The collector may not have run when memory is read.
    private const double MemoryGrowth = 1.5;

    private static int Runs => TestSettings.Tier == Tier.Full ? 5 : 2;

    [SkippableFact]
    public void Repeated_runs_leave_no_file_behind()
    {
        suite.RemoveReport();
        suite.Complete();
        var first = Listing();

        for (var run = 1; run < Runs; run++)
        {
            suite.Complete();
        }

        Listing().Should().BeEquivalentTo(first);
        suite.Leftovers().Should().BeEmpty();
    }

    [SkippableFact]
    public void A_long_run_ends_with_no_more_descriptors_or_memory_than_it_started_with()
    {
        RealLanes.SkipUnlessFull(nameof(LeaksSpec));
        suite.RemoveReport();
        using var command = suite.StartRun(RowsBetween);
        var (descriptors, memory) = Held(command.Id);
        var before = suite.Lines().Length;

        command.WaitUntil(() => suite.Lines().Length >= before + (2 * RowsBetween));
        var later = Held(command.Id);

        output.WriteLine($"{before} rows: {descriptors} descriptors, {memory >> 20} MiB");
        output.WriteLine($"{suite.Lines().Length} rows: {later.Descriptors} descriptors, {later.Memory >> 20} MiB");
        command.Ended(TimeSpan.Zero).Should().BeNull("it was still running");
        later.Descriptors.Should().BeLessThanOrEqualTo(descriptors + 3, "reading /proc takes a few");
        later.Memory.Should().BeLessThan((long)(MemoryGrowth * memory));
    }

    private string[] Listing() =>
    [
        .. new[] { suite.Checkout, suite.Cache, suite.Report }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)),
        .. new[] { "/dev/shm", Path.GetTempPath() }.SelectMany(parent => Directory.EnumerateFileSystemEntries(parent, "*afmpeg*")),
    ];

    private static (int Descriptors, long Memory) Held(int process)
    {
        var pages = long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1]);
        return (Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count(), pages * Environment.SystemPageSize);
    }
}
