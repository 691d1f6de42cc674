using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Afmpeg.Perf.Tests.Harness;

/// <summary>
/// The one run that all specs judge: set up and measured for the selected rows alone, by the pipeline that the command runs. If AFMPEG_RUN
/// names a finished run, that is judged and nothing is measured.
/// </summary>
/// <param name="diagnostics">The runner's diagnostic messages: a filtered run and an IDE show the progress there while it measures.</param>
public sealed class MeasuredRun(IMessageSink diagnostics) : IAsyncLifetime, IDisposable
{
    private readonly DiagnosticWriter progress = new(diagnostics);
    private RunReport? report;

    /// <summary>Every case that can be a row: those of the suite, and of the user's lanes where AFMPEG_LANES names some.</summary>
    public static CaseMatrix Matrix => Declared.Matrix;
    public static CaseMatrix Suite => Declared.SuiteMatrix;

    /// <summary>What the repository declares, and the user's lanes and limits where AFMPEG_LANES and AFMPEG_THRESHOLDS name some.</summary>
    public static Declarations Declared { get; } =
        Declarations.Load(TestSettings.JudgedFolders, TestSettings.Lanes, TestSettings.SearchPath);
    public RunReport Report => report ?? throw new InvalidOperationException("No selected row belongs to this tier");

    /// <summary>A row for each case of the tier that a spec asserts something about.</summary>
    public static TheoryData<string> Rows(Func<BenchmarkCase, bool> asserts) =>
        TheoryRows.OfCases(Matrix.Of(TestSettings.Tier).Where(asserts)
            .Select(declared => declared.Id));

    /// <summary>The cases whose operations the tier counts: each job with each module of the suite, which has a baseline.</summary>
    public static ImmutableArray<BenchmarkCase> Counted { get; } = OperationCounter.Cases(
        [.. Matrix.Of(TestSettings.Tier).Where(benchmarkCase => benchmarkCase.Lane is { IsCustom: false, IsReferenceOnly: false })]);

    /// <summary>
    /// Whether the run holds every case of its tier, judged by the suite's limits, and not a selection or the user's lanes alone.
    /// </summary>
    public bool IsWholeTierOfSuite => report is not null && TestSettings.JudgedFolders.CustomThresholds is null
        && !Declared.CustomLanes.AreAll && Matrix.Select(TestSettings.Tier, null).Length == report.Cases.Length;

    public async Task InitializeAsync()
    {
        var wanted = Matrix.Cases
            .Where(declared => Matrix.IsIn(declared, TestSettings.Tier) && SelectedRows.CaseIds.Contains(declared.Id))
            .Select(declared => declared.Id)
            .ToHashSet();
        var settings = TestSettings.ForRun(wanted) with { Folders = TestSettings.JudgedFolders, Lanes = TestSettings.Lanes };
        if (TestSettings.Run is { } folder)
        {
            var recorded = RecordedRun.Read(settings with { Output = Repository.PathOf(folder) });
            report = recorded.State is { TimeBreakdown: not null, Media: null } && recorded.State.Tier == TestSettings.Tier
                ? recorded.Report
                : throw new InvalidOperationException(
                    $"AFMPEG_RUN names {folder}, which is no finished run of the {TestSettings.Tier} tier of the media library");
        }
        else if (wanted.Count > 0)
        {
            report = await new BenchmarkRun(settings, new PlainProgress(progress)).Execute(CancellationToken.None);
        }
    }

    /// <summary>
    /// The summary of a case, shown in the row's output. The row is skipped if the case is not of this tier or could not be measured.
    /// </summary>
    public CaseSummary Case(string caseId, ITestOutputHelper output)
    {
        TheoryRows.SkipNoCase(caseId);
        var declared = Matrix.Cases.Single(candidate => candidate.Id == caseId);
        Skip.IfNot(
            Matrix.IsIn(declared, TestSettings.Tier),
            $"not of the quick tier; it is run by: AFMPEG_TIER=full dotnet test, or afmpeg-perf run --filter '{caseId}'");
        output.WriteLine(progress.ToString());
        progress.GetStringBuilder().Clear();
        var summary = Report.Cases.SingleOrDefault(candidate => candidate.Case.Id == caseId);
        Skip.If(summary is null && !TestSettings.Strict, $"run {Report.Run}, which AFMPEG_RUN names, has no such case");
        summary.Should().NotBeNull("AFMPEG_STRICT=1 wants every case judged, and run {0} has no such case", Report.Run);
        output.WriteLine(string.Join(Environment.NewLine, CaseEvidence.Of(summary!)));
        LimitGate.Measured(summary!, TestSettings.Strict);
        LimitGate.Judged(summary!, Report.WhyUnjudged, TestSettings.Strict);
        return summary!;
    }

    /// <summary>What a module executes for a job, by the key JOB/BUILD: as the measured run counted it, else counted now.</summary>
    public async Task<Reading<OperationsSnapshot>> Operations(string key)
    {
        TheoryRows.SkipNoCase(key);
        var benchmarkCase = Counted.Single(candidate => OperationCount.KeyOf(candidate) == key);
        var module = $"{benchmarkCase.Job.Setting.Flavour}+{benchmarkCase.Lane.Build}";
        var known = report?.Snapshot.Operations;
        if (known?.Counts.FirstOrDefault(count => count.Job == benchmarkCase.Job.Id && count.Module == module) is { } counted)
        {
            return Reading<OperationsSnapshot>.Of(known with { Counts = [counted] });
        }

        if (TestSettings.Run is { } folder)
        {
            return Reading<OperationsSnapshot>.Unavailable($"the run in {folder} did not count it");
        }

        var id = Matrix.Cases.First(candidate => candidate.Lane is { IsWasm: true, Mode: LaneMode.Alone }
            && OperationCount.KeyOf(candidate) == key).Id;
        var settings = TestSettings.ForRun(new HashSet<string> { id });
        var (conditions, counts) = await new BenchmarkRun(settings, new PlainProgress(progress)).Count(CancellationToken.None);
        var count = counts.Single(candidate => candidate.Key == key);
        return count.Reading.Select(_ => OperationsSnapshot.Of(conditions, [count]));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => progress.Dispose();

    private sealed class DiagnosticWriter(IMessageSink diagnostics) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            diagnostics.OnMessage(new DiagnosticMessage(value));
        }
    }
}
