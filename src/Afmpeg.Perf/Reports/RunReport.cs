using System.Collections.Immutable;
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

/// <summary>All that is reported of one run. Every format renders this one model, so that no two of them can disagree.</summary>
public sealed record RunReport
{
    /// <summary>The run's id, as in the measurement log.</summary>
    public required string Run { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How much was measured.</summary>
    public required Tier Tier { get; init; }

    /// <summary>What the order of the lanes in each round was shuffled by.</summary>
    public required int Seed { get; init; }

    /// <summary>The machine.</summary>
    public required Host Host { get; init; }

    /// <summary>What of the host bore on the run.</summary>
    public Reading<HostNoise> Quiet { get; init; } = Reading<HostNoise>.Unavailable("the run did not keep it");

    /// <summary>The user's own file that was measured; null for the media library.</summary>
    public CustomMedia? Media { get; init; }

    /// <summary>The folder in which work folders were made.</summary>
    public required string WorkParent { get; init; }

    /// <summary>Whether that folder lies in memory (tmpfs): disks are then no part of any time.</summary>
    public required bool WorkIsInMemory { get; init; }

    /// <summary>Engines, packages and tools, in the order in which reports show them.</summary>
    public required ImmutableArray<ComponentVersion> Versions { get; init; }

    /// <summary>What of it is compared with other runs.</summary>
    public required RunSnapshot Snapshot { get; init; }

    /// <summary>The modules.</summary>
    public required ImmutableArray<ModuleFacts> Modules { get; init; }

    /// <summary>How far a lane measured against itself is from 1, as a fraction: 0.021 is 2.1 %.</summary>
    public required Reading<NoiseFloor> NoiseFloor { get; init; }

    /// <summary>What the suite itself cost.</summary>
    public required Reading<TimeBreakdown> Overhead { get; init; }

    /// <summary>The planned cases, job by job; those that could not be measured say why.</summary>
    public required ImmutableArray<CaseSummary> Cases { get; init; }

    /// <summary>What varying one axis alone does; an axis that the run has no case of is not here.</summary>
    public required ImmutableArray<AxisTable> Axes { get; init; }

    /// <summary>What people decided: limits, profiles and the recorded decision.</summary>
    public required Thresholds Thresholds { get; init; }

    /// <summary>Each limit held against each case that it judges.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The decision that people recorded last.</summary>
    public RecordedDecision Decision => Thresholds.Decision;

    /// <summary>The decision that this run's measurements make.</summary>
    public required MeasuredDecision Measured { get; init; }

    /// <summary>
    /// What the decision rests on: the ladder, the guidance, the levers, where it would flip, what cores decide, every gain. None where the
    /// run has no case of what upstream ships.
    /// </summary>
    public required ImmutableArray<AxisTable> Levers { get; init; }

    /// <summary>What to choose for a goal; null where the run has no reference footage.</summary>
    public required AxisTable? Guidance { get; init; }

    /// <summary>Where each limit would have to be for another decision; null where none judges what upstream ships.</summary>
    public AxisTable? Sensitivity => Levers.FirstOrDefault(table => table.Id == Decisions.Sensitivity.Id);

    /// <summary>What a reader has to act on: limits that are exceeded, but for those that the recorded decision rests on.</summary>
    public IEnumerable<Finding> News => Findings.Where(finding => finding.Verdict == Verdict.Exceeded && !Decision.Expects(finding));

    /// <summary>Every limit of the thresholds with its findings, in the file's order; a limit that judged no case is here too.</summary>
    public ImmutableArray<LimitOutcome> Limits =>
        [.. Thresholds.Limits.Select(limit => new LimitOutcome(limit, [.. Findings.Where(finding => finding.Limit.Id == limit.Id)]))];

    /// <summary>The report of a run.</summary>
    /// <param name="state">The run.</param>
    /// <param name="cases">What its rows say.</param>
    /// <param name="rows">Its rows, for axes that pair rounds across cases.</param>
    /// <param name="thresholds">What people decided.</param>
    /// <param name="windows">Its windows of lanes that shared a core.</param>
    /// <param name="whyUndecided">Why a run like this decides nothing, and what would; null for a whole tier of the media library.</param>
    /// <returns>The report.</returns>
    public static RunReport Of(
        RunState state, ImmutableArray<CaseSummary> cases, ImmutableArray<Measurement> rows, Thresholds thresholds, ImmutableArray<CoreWindow> windows, (string Reason, string Remedy)? whyUndecided = null)
    {
        var floor = Summaries.NoiseFloor.Of(rows);
        var input = new AxisInput(cases, rows, state.Conditions.Modules, state.Conditions.Host) { Operations = state.Operations };
        var board = LeverBoard.Of(input, thresholds, floor) with { IsComplete = whyUndecided is null && state.Tier == Tier.Full };
        var measured = whyUndecided is { } why ? DecisionRule.NotAsked(why.Reason, why.Remedy) : DecisionRule.Decide(board);
        var operations = OperationsSnapshot.Of(state.Conditions, state.Operations);
        return new RunReport
        {
            Run = state.Run,
            Started = state.Started,
            Tier = state.Tier,
            Seed = state.Seed,
            Host = state.Conditions.Host,
            Quiet = state.Quiet is { } quiet
                ? Reading<HostNoise>.Of(quiet)
                : Reading<HostNoise>.Unavailable("a version of the suite that did not keep it made the run"),
            Media = state.Media,
            WorkParent = state.Conditions.WorkParent,
            WorkIsInMemory = state.Conditions.WorkIsInMemory,
            Versions = state.Conditions.Versions,
            Snapshot = RunSnapshot.Of(state.Run, state.Conditions, cases) with { Operations = operations.Counts.IsEmpty ? null : operations },
            Modules = state.Conditions.Modules,
            NoiseFloor = floor,
            Overhead = state.Account is { } account
                ? Reading<TimeBreakdown>.Of(account)
                : Reading<TimeBreakdown>.Unavailable("the run did not come to its end"),
            Cases = cases,
            Axes = [.. AxisCatalog.Tables(input), .. ((AxisTable?[])[SharedCoreTable.Of(input, windows), OperationsTable.Of(input)]).OfType<AxisTable>()],
            Guidance = Perf.Axes.Guidance.Of(input),
            Measured = measured,
            Levers = DecisionTables.Of(input, board, measured, isDecisive: whyUndecided is null),
            Thresholds = thresholds,
            Findings = Judge.Findings(thresholds, cases, floor, state.CustomFiles),
        };
    }

    /// <summary>The same without the user's own lanes: what is recorded of the suite.</summary>
    /// <returns>The report.</returns>
    public RunReport OfSuite() => this with
    {
        Cases = [.. Cases.Where(summary => !summary.Case.Lane.IsCustom)],
        Findings = [.. Findings.Where(finding => !finding.Case.Case.Lane.IsCustom)],
    };

    /// <summary>Whether it has cases and none of them a round: the budget was too small, or no lane can run here.</summary>
    public bool HasMeasuredNothing => Cases.Length > 0 && Cases.All(summary => summary is { Rounds: 0, Failure: null });

    /// <summary>How a command that made this report ends.</summary>
    /// <param name="strict">Whether a limit that could not be judged counts.</param>
    /// <returns>
    /// Exceeded for a wrong output, another decision than the recorded one, or an exceeded limit that it does not rest on; inconclusive where nothing was
    /// measured, or where that counts; otherwise within.
    /// </returns>
    public ExitStatus Status(bool strict) =>
        HasMeasuredNothing ? ExitStatus.Inconclusive
        : Cases.Any(summary => summary.Failure is not null) || News.Any() || Measured.Contradicts(Decision) ? ExitStatus.Exceeded
        : strict && Findings.Any(finding => finding.Verdict is Verdict.Inconclusive or Verdict.NotMeasured) ? ExitStatus.Inconclusive
        : ExitStatus.Within;
}
