using Afmpeg.Perf.Accepting;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Rules.Accepting;

/// <summary>What accepting a run writes, on made-up rows of the repository's own cases.</summary>
public sealed class AcceptanceRules : IDisposable
{
    private const string Why = "nobody waits for it";

    private readonly TemporaryFolder checkout = new();

    public AcceptanceRules()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folders.VerifiedTable)!);
        File.Copy(TestSettings.Folders.Thresholds, Folders.Thresholds);
        File.WriteAllText(checkout.File("Afmpeg.Tests.sln"), "");
    }

    private AcceptedRecord Counted(OperationsSnapshot operations)
    {
        var run = QuickRun.Create();
        return Acceptance.Record(run with { Report = run.Report with { Snapshot = run.Report.Snapshot with { Operations = operations } } },
            Folders, Why).Single(record => record.Path == Folders.OperationsBaseline);
    }

    private SuiteFolders Folders => new(checkout.Path, checkout.File("cache"));

    public void Dispose() => checkout.Dispose();

    [Fact]
    public void A_run_of_the_quick_tier_becomes_the_verified_table()
    {
        var run = QuickRun.Create();

        var records = Acceptance.Record(run, Folders, Why);

        records[0].Path.Should().Be(Folders.VerifiedTable);
        var table = File.ReadAllText(Folders.VerifiedTable);
        table.Should().EndWith(" bytes").And.Contain($"host {run.Report.Host.Fingerprint}: ").And.Contain(" x native;");
        VerifiedTable.Render(run.Report, table).Should().Be(table, "the spec of the same run is then green");
        records[0].What.Should().MatchRegex(@"^perf table: \d+ changes\n  the host of the numbers: none -> host ");
    }

    [Fact]
    public void A_run_of_some_cases_leaves_the_table_unchanged()
    {
        Acceptance.Record(QuickRun.Create(), Folders, Why);
        var table = File.ReadAllText(Folders.VerifiedTable);

        var records = Acceptance.Record(QuickRun.Create(cases => [.. cases.Take(5)]), Folders, Why);

        records[0].Should().Match<AcceptedRecord>(left => left.Text == null
            && left.What.Contains("left as it is, since the run holds 5 of the "));
        File.ReadAllText(Folders.VerifiedTable).Should().Be(table);
    }

    [Fact]
    public void Module_operations_are_recorded_for_every_host_and_counts_missing_from_a_run_are_kept()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Folders.OperationsBaseline)!);
        var other = CannedOperations.Baseline.Counts[0] with { Module = "gpl+O3" };
        File.WriteAllText(Folders.OperationsBaseline,
            OperationsFile.Render(CannedOperations.Baseline with
            {
                Counts = [other],
                Modules = [CannedOperations.Baseline.Modules[0] with { Name = "gpl+O3" }]
            }));

        Counted(CannedOperations.Counting(7)).What.Should().Be("operations: 1 count of run accepted, 1 kept of the file before");

        OperationsFile.Load(Folders.OperationsBaseline)!.Counts.Should().Equal(other, CannedOperations.Counting(7).Counts[0]);
        Counted(CannedOperations.Counting(8).OfOtherClip()).What.Should()
            .Be("operations: 1 count of run accepted, 0 kept of the file before, 1 dropped because their module or media changed");
        File.WriteAllText(Folders.OperationsBaseline, "none");
        Counted(CannedOperations.Baseline).What.Should().EndWith("; the file before could not be read and is replaced");
        OperationsFile.Load(Folders.OperationsBaseline).Should().BeEquivalentTo(CannedOperations.Baseline);
        Counted(CannedOperations.Baseline.Of(CannedOperations.Origin with { Compiler = "clang-20" })).What.Should()
            .EndWith("hosts with the old one will skip these rows");
        Counted(CannedOperations.Baseline.Of(origin: null)).Text.Should().BeNull("a user's module is no part of the repository");
    }

    [Fact]
    public void A_changed_decision_is_recorded_with_its_reason_and_its_document_is_drafted()
    {
        var records = Acceptance.Record(QuickRun.Create(), Folders, Why);

        records[1].What.Should().StartWith("decision: ").And.Contain("-> no-go: single-threaded Wasm is acceptable for ");
        var text = File.ReadAllText(Folders.Thresholds);
        text.Should().Contain(Why).And.Contain("\"outcome\": \"no-go\"").And.Contain("// To change a limit:", "comments are people's");
        var recorded = Declarations.Load(TestSettings.Folders).Thresholds;
        Recorded().Should().BeEquivalentTo(
            recorded, options => options.Excluding(thresholds => thresholds.Decision).Excluding(member => member.Name == "Where"),
                "nothing else has changed");
        records[2].Path.Should().Be(Path.Combine(Folders.Specs, "0001-close-r-af-12.md"));
        File.ReadAllText(records[2].Path).Should().StartWith("# R-AF-12 is closed");
    }

    [Fact]
    public void A_changed_decision_without_a_reason_is_refused_and_nothing_is_written()
    {
        var refused = FluentActions.Invoking(() => Acceptance.Record(QuickRun.Create(), Folders)).Should().Throw<PerfException>().Which;

        refused.Message.Should().Contain("--rationale").And.Contain("no-go: ");
        File.Exists(Folders.VerifiedTable).Should().BeFalse("nothing is written");
    }

    [Fact]
    public void A_remedy_names_the_folder_of_the_run_and_the_reason()
    {
        void Record(string? why) => Acceptance.Record(QuickRun.Create(), Folders, why, "accept --output 'a b'");
        Directory.CreateDirectory(Folders.VerifiedTable);

        FluentActions.Invoking(() => Record(null)).Should().Throw<PerfException>().WithMessage("*accept --output 'a b' --rationale 'WHY'*");
        FluentActions.Invoking(() => Record(Why)).Should().Throw<PerfException>().WithMessage($"*--output 'a b' --rationale '{Why}'");
    }

    [Fact]
    public void The_recorded_decision_stays_and_so_does_a_document_that_people_may_have_edited()
    {
        Acceptance.Record(QuickRun.Create(), Folders, Why);
        var decided = QuickRun.Create();
        decided = decided with { Report = decided.Report with { Thresholds = Recorded() } };

        var records = Acceptance.Record(decided, Folders);

        records[1].Should().Match<AcceptedRecord>(left => left.Text == null && left.What.Contains("the run makes the recorded one"));
        records[2].Should().Match<AcceptedRecord>(left => left.Text == null && left.What.Contains("people may have written in it"));
    }

    [Fact]
    public void An_unfinished_run_of_a_users_file_with_failed_cases_is_refused_with_every_reason()
    {
        var run = QuickRun.Create(breaks: true);
        run = run with
        {
            State = run.State with
            {
                TimeBreakdown = null,
                Media = new CustomMedia("mine.mp4", new string('a', 64), Samples.Clip, [])
            }
        };

        var refused = FluentActions.Invoking(() => Acceptance.Record(run, Folders)).Should().Throw<PerfException>().Which;

        refused.Status.Should().Be(ExitStatus.BadUsage);
        refused.Message.Should().Contain("the run is unfinished").And.Contain("mine.mp4").And.Contain("/native failed: ");
        File.Exists(Folders.VerifiedTable).Should().BeFalse("nothing is written");
    }

    [Fact]
    public void A_run_with_a_users_native_build_or_with_a_single_round_is_refused()
    {
        var run = QuickRun.Create(rounds: 1);
        var conditions = run.State.Conditions;
        run = run with
        {
            State = run.State with
            {
                Conditions = conditions with
                {
                    Versions = [.. conditions.Versions,
            new ComponentVersion("native", "sha256 0123456789ab")]
                }
            }
        };

        FluentActions.Invoking(() => Acceptance.Record(run, Folders, Why)).Should().Throw<PerfException>().Which.Message.Should()
            .Contain("its native was the program of a lanes file").And.Contain("no case has more than one round")
                .And.NotContain(" failed: ");
        File.Exists(Folders.VerifiedTable).Should().BeFalse("nothing is written");
    }

    [Fact]
    public void A_users_lane_that_failed_is_refused_and_one_that_works_leaves_no_trace_in_the_table()
    {
        var own = new CustomLanes(null, [new CustomProgram("mine", "mine.wasm", Product.Gpl, [], new string('a', 64))], [], []);

        Acceptance.Record(QuickRun.Create(own: own), Folders, Why);
        var failed = QuickRun.Create(own: own, breaks: true);
        FluentActions.Invoking(() => Acceptance.Record(failed, Folders, Why)).Should().Throw<PerfException>()
            .Which.Message.Should().Contain("+mine failed: ");

        File.ReadAllText(Folders.VerifiedTable).Should().Contain("wazero+Oz-shipped").And.NotContain("+mine");
    }

    private Thresholds Recorded() =>
        ThresholdsFile.Load(Folders.Thresholds, CaseIds(), LeverCatalog.Ids(LeverCatalog.Levers), LeverCatalog.Ids(LeverCatalog.Guidance));

    private static string[] CaseIds() => [.. Declarations.Load(TestSettings.Folders).Matrix.Cases.Select(declared => declared.Id)];
}
