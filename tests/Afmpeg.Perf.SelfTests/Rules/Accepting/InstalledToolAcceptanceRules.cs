using Afmpeg.Perf.Accepting;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Toolchains;

namespace Afmpeg.Perf.SelfTests.Rules.Accepting;

/// <summary>What accepting a run writes where there is no clone of the suite.</summary>
public sealed class InstalledToolAcceptanceRules : IDisposable
{
    private const string Why = "nobody waits for it";

    private readonly TemporaryFolder tool = new();
    private readonly TemporaryFolder project = new();

    public void Dispose()
    {
        tool.Dispose();
        project.Dispose();
    }

    [Fact]
    public void The_decision_and_the_operations_of_the_users_own_modules_are_recorded_in_the_project()
    {
        var folders = new SuiteFolders(tool.Path, tool.File("cache")) { Project = project.Path };
        File.Copy(TestSettings.Folders.Thresholds, folders.Thresholds);
        var run = QuickRun.Create();
        var own = CannedOperations.Baseline.Of(origin: null);
        run = run with { Report = run.Report with { Snapshot = run.Report.Snapshot with { Operations = own } } };

        var records = Acceptance.Record(run, folders, Why);

        records.Select(record => record.Path).Should().Equal(project.File("thresholds.json"), project.File("operations.json"));
        File.ReadAllText(project.File("thresholds.json")).Should().Contain(Why);
        OperationsFile.Load(project.File("operations.json"))!.Modules.Should().Equal(own.Modules);
        Directory.GetFileSystemEntries(tool.Path).Should().Equal(folders.Thresholds);
        File.ReadAllText(folders.Thresholds).Should().NotContain(Why, "the tool's folder stays as it is");
    }
}
