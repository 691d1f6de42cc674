using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Xunit.Abstractions;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// The one run that all specs look at: set up and measured when the first row asks, for the rows that were selected and no others. The
/// whole of it is the pipeline that the command runs, too. Where AFMPEG_RUN names a run, that is judged and nothing is measured.
/// </summary>
public sealed class MeasuredRun : IAsyncLifetime, IDisposable
{
    private readonly StringWriter progress = new();
    private RunReport? report;

    /// <summary>Every case that can be a row: those of the suite, and of the user's lanes where AFMPEG_LANES names some.</summary>
    public static CaseMatrix Matrix => Declared.Matrix;

    /// <summary>Every case of the suite alone.</summary>
    public static CaseMatrix Suite { get; } = Declarations.Load(TestSettings.Folders).Matrix;

    /// <summary>What the repository declares, and the user's lanes where AFMPEG_LANES names some.</summary>
    public static Declarations Declared { get; } = Declarations.Load(TestSettings.Folders, TestSettings.Lanes, TestSettings.SearchPath);

    /// <summary>The report of the run.</summary>
    public RunReport Report => report ?? throw new InvalidOperationException("No selected row belongs to this tier");

    /// <summary>A row for each case of the tier about which a spec asserts something.</summary>
    /// <param name="asserts">Whether the spec asserts anything about a case.</param>
    /// <returns>The rows. What only a larger tier measures is no row: TierSpec says how to run it.</returns>
    public static TheoryData<string> Rows(Func<BenchmarkCase, bool> asserts) =>
        TheoryRows.Of(Matrix.Cases.Where(declared => Matrix.IsIn(declared, TestSettings.Tier) && asserts(declared)).Select(declared => declared.Id));

    /// <summary>What the tier counts: each job with each module of the suite. A user's module and another FFmpeg have no baseline.</summary>
    public static ImmutableArray<BenchmarkCase> Counted { get; } =
        OperationCounter.Cases([.. Matrix.Select(TestSettings.Tier, null).Where(benchmarkCase => benchmarkCase.Lane is { IsCustom: false, IsReferenceOnly: false })]);

    /// <summary>Whether the run holds every case of its tier, and not a selection.</summary>
    public bool IsWholeTier => report is not null && Matrix.Select(TestSettings.Tier, null).Length == report.Cases.Length;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var wanted = Matrix.Cases
            .Where(declared => Matrix.IsIn(declared, TestSettings.Tier) && SelectedRows.CaseIds.Contains(declared.Id))
            .Select(declared => declared.Id)
            .ToHashSet();
        if (TestSettings.Run is { } folder)
        {
            var kept = RecordedRun.Read(TestSettings.ForRun(wanted) with { Output = Repository.PathOf(folder), Lanes = TestSettings.Lanes });
            report = kept.State is { Account: not null, Media: null } && kept.State.Tier == TestSettings.Tier ? kept.Report
                : throw new InvalidOperationException($"The run in {folder}, which AFMPEG_RUN names, is no finished run of the {TestSettings.Tier} tier of the media library");
        }
        else if (wanted.Count > 0)
        {
            report = await new BenchmarkRun(TestSettings.ForRun(wanted) with { Lanes = TestSettings.Lanes }, new PlainProgress(progress)).Execute(CancellationToken.None);
        }
    }

    /// <summary>The summary of a case. The row is skipped, with the reason, where the case is not of this tier or could not be measured.</summary>
    /// <param name="caseId">The row's key.</param>
    /// <param name="output">The row's output, for its evidence; the run's progress goes to the first that asks.</param>
    /// <returns>The summary.</returns>
    public CaseSummary Case(string caseId, ITestOutputHelper output)
    {
        var declared = Matrix.Cases.Single(candidate => candidate.Id == caseId);
        Skip.IfNot(Matrix.IsIn(declared, TestSettings.Tier), $"not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test, or afmpeg-perf run --filter '{caseId}'");
        output.WriteLine(progress.ToString());
        progress.GetStringBuilder().Clear();
        var summary = Report.Cases.SingleOrDefault(candidate => candidate.Case.Id == caseId);
        Skip.If(summary is null && !TestSettings.Strict, $"run {Report.Run}, which AFMPEG_RUN names, has no such case");
        summary.Should().NotBeNull("AFMPEG_STRICT=1 wants every case judged, and run {0} has no such case", Report.Run);
        output.WriteLine(string.Join(Environment.NewLine, CaseEvidence.Of(summary!)));
        LimitGate.Measured(summary!, TestSettings.Strict);
        return summary!;
    }

    /// <summary>What a module executes for a job. It is of the measured run where that has it, and counted by itself where it has not.</summary>
    /// <param name="key">JOB/BUILD.</param>
    /// <returns>That count alone, with all that it follows from; why there is none where it failed.</returns>
    public async Task<Reading<OperationsSnapshot>> Operations(string key)
    {
        var benchmarkCase = Counted.Single(candidate => OperationCount.KeyOf(candidate) == key);
        var module = $"{benchmarkCase.Job.Setting.Flavour}+{benchmarkCase.Lane.Build}";
        if (report?.Snapshot.Operations is { } known && known.Counts.FirstOrDefault(count => count.Job == benchmarkCase.Job.Id && count.Module == module) is { } held)
        {
            return Reading<OperationsSnapshot>.Of(known with { Counts = [held] });
        }

        if (TestSettings.Run is { } folder)
        {
            return Reading<OperationsSnapshot>.Unavailable($"the run in {folder} did not count it");
        }

        var id = Matrix.Cases.First(candidate => candidate.Lane is { IsWasm: true, Mode: LaneMode.Alone } && OperationCount.KeyOf(candidate) == key).Id;
        var (conditions, counts) = await new BenchmarkRun(TestSettings.ForRun(new HashSet<string> { id }), new PlainProgress(progress)).Count(CancellationToken.None);
        var count = counts.Single(candidate => candidate.Key == key);
        return count.Reading.Select(_ => OperationsSnapshot.Of(conditions, [count]));
    }

    /// <summary>Asserts that no limit is exceeded. A limit that could not be judged skips the row, or fails it under AFMPEG_STRICT=1.</summary>
    /// <param name="findings">The limits of one case.</param>
    /// <param name="output">The row's output: its evidence.</param>
    public void NoneExceeded(IReadOnlyCollection<Finding> findings, ITestOutputHelper output) =>
        LimitGate.Hold(findings, Report.Decision, TestSettings.Strict, output.WriteLine);

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => progress.Dispose();
}
