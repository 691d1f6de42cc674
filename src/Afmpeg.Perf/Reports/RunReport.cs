using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports;

/// <summary>Everything reported about one run. Every format renders this model, so formats cannot disagree.</summary>
public sealed record RunReport
{
    /// <summary>The run's id, as in the measurement log.</summary>
    public required string Run { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How much was measured.</summary>
    public required Tier Tier { get; init; }

    /// <summary>The seed of the lanes' order in each round.</summary>
    public required int Seed { get; init; }

    /// <summary>The machine.</summary>
    public required Host Host { get; init; }

    /// <summary>What was noticed about the host before and during the run.</summary>
    public Reading<HostNoise> HostNoise { get; init; } = Reading<HostNoise>.Unavailable("the run did not record it");

    /// <summary>The user's own media file; null for the media library.</summary>
    public CustomMedia? Media { get; init; }

    /// <summary>The folder that held the work folders.</summary>
    public required string WorkParent { get; init; }

    /// <summary>Whether that folder is in memory (tmpfs), so that no time includes a disk.</summary>
    public required bool WorkIsInMemory { get; init; }

    /// <summary>Engines, packages and tools, in the reports' order.</summary>
    public required ImmutableArray<ComponentVersion> Versions { get; init; }

    /// <summary>The part that comparisons with other runs use.</summary>
    public required RunSnapshot Snapshot { get; init; }

    /// <summary>The modules.</summary>
    public required ImmutableArray<ModuleFacts> Modules { get; init; }

    /// <summary>How far native measured against itself is from 1.</summary>
    public required Reading<NoiseFloor> NoiseFloor { get; init; }

    /// <summary>Where the run's time went, the suite's own included.</summary>
    public required Reading<TimeBreakdown> TimeBreakdown { get; init; }

    /// <summary>The planned cases, job by job; each that was not measured says why.</summary>
    public required ImmutableArray<CaseSummary> Cases { get; init; }

    /// <summary>The effect of varying one axis alone, for each axis that the run has cases of.</summary>
    public required ImmutableArray<AxisTable> Axes { get; init; }

    /// <summary>What people decided: limits, profiles and the recorded decision.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>One finding for each limit and case that it judges.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The decision that people recorded.</summary>
    public RecordedDecision Decision => Thresholds.Decision;

    /// <summary>The decision that follows from this run's measurements.</summary>
    public required MeasuredDecision Measured { get; init; }

    /// <summary>
    /// The tables behind the decision: the ladder, guidance, levers, where it would flip, what cores decide, every gain. Empty where the
    /// run has no case of what upstream ships.
    /// </summary>
    public required ImmutableArray<AxisTable> Levers { get; init; }

    /// <summary>What to choose for a goal; null where the run has no reference footage.</summary>
    public required AxisTable? Guidance { get; init; }

    /// <summary>Where each limit would have to be for another decision; null where no limit judges what upstream ships.</summary>
    public AxisTable? Sensitivity => Levers.FirstOrDefault(table => table.Id == Decisions.Sensitivity.Id);

    /// <summary>What more cores would do to the decision; null where no limit on a multiple judges what upstream ships.</summary>
    public AxisTable? Cores => Levers.FirstOrDefault(table => table.Id == CoresTable.Id);

    /// <summary>Exceeded limits that the recorded decision does not account for.</summary>
    public IEnumerable<Finding> Unexpected => Findings.Where(finding => finding.Verdict == Verdict.Exceeded && !Decision.Expects(finding));

    /// <summary>Every limit with its findings, in the order of the thresholds' file, including limits that judged no case.</summary>
    public ImmutableArray<LimitOutcome> Limits =>
        [.. Thresholds.Limits.Select(limit => new LimitOutcome(limit, [.. Findings.Where(finding => finding.Limit.Id == limit.Id)]))];

    /// <summary>The report of a run.</summary>
    /// <param name="state">The run.</param>
    /// <param name="cases">What its rows say.</param>
    /// <param name="rows">Its rows, for axes that pair rounds across cases.</param>
    /// <param name="thresholds">What people decided.</param>
    /// <param name="windows">Its windows of lanes that shared a core.</param>
    /// <param name="whyUndecided">Why a run like this cannot decide, and what would; null for a whole tier of the media library.</param>
    /// <returns>The report.</returns>
    public static RunReport Of(
        RunState state,
        ImmutableArray<CaseSummary> cases,
        ImmutableArray<Measurement> rows,
        Thresholds thresholds,
        ImmutableArray<CoreWindow> windows,
        (string Reason, string Remedy)? whyUndecided = null)
    {
        var floor = Summaries.NoiseFloor.Of(rows);
        var input = new AxisInput(cases, rows, state.Conditions.Modules, state.Conditions.Host) { Operations = state.Operations };
        var board = LeverBoard.Of(input, thresholds, floor) with { IsComplete = whyUndecided is null && state.Tier == Tier.Full };
        var measured = whyUndecided is { } why ? DecisionRule.NotAsked(why.Reason, why.Remedy) : DecisionRule.Decide(board);
        var operations = OperationsSnapshot.Of(state.Conditions, state.Operations) is { Counts.IsEmpty: false } known ? known : null;
        return new RunReport
        {
            Run = state.Run,
            Started = state.Started,
            Tier = state.Tier,
            Seed = state.Seed,
            Host = state.Conditions.Host,
            HostNoise = state.HostNoise is { } noise
                ? Reading<HostNoise>.Of(noise)
                : Reading<HostNoise>.Unavailable("an older version of the suite, which did not record it, made the run"),
            Media = state.Media,
            WorkParent = state.Conditions.WorkParent,
            WorkIsInMemory = state.Conditions.WorkIsInMemory,
            Versions = state.Conditions.Versions,
            Snapshot = RunSnapshot.Of(state.Run, state.Conditions, cases, state.Lanes) with { Operations = operations },
            Modules = state.Conditions.Modules,
            NoiseFloor = floor,
            TimeBreakdown = state.TimeBreakdown is { } time
                ? Reading<TimeBreakdown>.Of(time)
                : Reading<TimeBreakdown>.Unavailable("the run did not finish"),
            Cases = cases,
            Axes =
            [
                .. AxisCatalog.Tables(input),
                .. new[] { SharedCoreTable.Of(input, windows), OperationsTable.Of(input) }.OfType<AxisTable>(),
            ],
            Guidance = Perf.Axes.Guidance.Of(input),
            Measured = measured,
            Levers = DecisionTables.Of(input, board, measured, isDecisive: whyUndecided is null),
            Thresholds = thresholds,
            Findings = Judge.Findings(thresholds, cases, floor, state.CustomFiles),
        };
    }

    /// <summary>The report without the user's own lanes, as the suite's records need it.</summary>
    public RunReport OfSuite() => this with
    {
        Cases = [.. Cases.Where(summary => !summary.Case.Lane.IsCustom)],
        Findings = [.. Findings.Where(finding => !finding.Case.Case.Lane.IsCustom)],
    };

    /// <summary>Why the run gates no module; null where a limit judges one.</summary>
    public string? WhyUnjudged =>
        UnjudgedModules.Why(Cases.Select(summary => summary.Case), Findings.Select(finding => finding.Case.Case.Id));

    /// <summary>
    /// The exit status of a command that made this report: Exceeded for a wrong output, a decision other than the recorded one, or an
    /// exceeded limit that the latter does not account for; Inconclusive where nothing was measured or, if strict, where a limit could not
    /// be judged or none judges a module; otherwise Within.
    /// </summary>
    public ExitStatus Status(bool strict) =>
        Cases.Any(summary => summary.Failure is not null) || Unexpected.Any() || Measured.Contradicts(Decision) ? ExitStatus.Exceeded
        : EmptyRun.Is(Cases) ? ExitStatus.Inconclusive
        : strict && (WhyUnjudged is not null || Findings.Any(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured))
            ? ExitStatus.Inconclusive
        : ExitStatus.Within;
}
