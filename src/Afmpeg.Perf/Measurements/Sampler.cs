using System.Diagnostics;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Measurements;

/// <summary>
/// Measures a plan in rounds: every round runs each lane of a job once, one after the other, so that drift of the host cancels in the
/// ratios. A lane leaves once it has enough rounds and its limits are decided; the baselines stay as long as any lane of their job does.
/// </summary>
public sealed class Sampler(RunPlan plan, Func<BenchmarkCase, Reading<ILaneRunner>> runners, Recorder recorder, MeasurementLog log)
{
    private const double LargestLead = 0.1;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int keptRows = log.Rows.Count(row => row is { Warmup: false, IsVoided: false });
    private readonly Dictionary<string, CaseSummary> known = [];
    private int finishedRuns;
    private bool isShort;

    /// <summary>Measures until every case is decided or the budget is spent.</summary>
    public void Measure(Func<CaseSummary, bool> isDecided, Action<SamplerProgress> report, CancellationToken cancellation)
    {
        for (var round = 1; round <= NoisePair.LeadingRounds && (round == 1 || !LeadIsLong); round++)
        {
            MeasureNoise(round, report, cancellation);
        }

        WarmUp(report, cancellation);
        for (var round = 1; round <= plan.Rounds.Most; round++)
        {
            var before = finishedRuns;
            isShort = round > FewRounds.Looks[^1] && (isShort || TimeIsShort(round));
            foreach (var job in plan.Jobs)
            {
                var summaries = Summary.Of(plan.CasesOf(job), benchmarkCase => runners(benchmarkCase).Reason, log.Rows);
                foreach (var summary in summaries)
                {
                    known[summary.Case.Id] = summary;
                }

                var active = Active(summaries, round, isDecided);
                foreach (var (order, benchmarkCase) in RoundOrder.Of(plan.CasesOf(job), active, plan.Seed, round).Index())
                {
                    RunOnce(benchmarkCase, round, order, report, cancellation);
                }
            }

            if (finishedRuns > before)
            {
                MeasureNoise(NoisePair.LeadingRounds + round, report, cancellation);
            }
        }
    }

    // Whether the time that is left is too short for seven rounds of all cases, if a round takes as long as the last that all of them had.
    private bool TimeIsShort(int round) => plan.Limit - clock.Elapsed < (plan.Rounds.Fewest - round + 1)
        * TimeSpan.FromSeconds(log.Rows.Where(row => row.Round == FewRounds.Looks[^1]).Sum(row => row.WallSeconds ?? 0));

    // Where the time is short, it is for the cases that limits judge.
    private bool IsLeftOut(CaseSummary summary) => isShort && plan.Preferred?.Contains(summary.Case.Id) == false;

    // A user's budget is there for the cases. The tier's own is longer than what it needs.
    private bool LeadIsLong => plan.Limit <= plan.Budget && clock.Elapsed > plan.Budget * LargestLead;

    private void MeasureNoise(int round, Action<SamplerProgress> report, CancellationToken cancellation)
    {
        foreach (var (order, twin) in RoundOrder.Of(plan.Noise, plan.Noise, plan.Seed, round).Index())
        {
            RunOnce(twin, round, order, report, cancellation);
        }
    }

    // Compiled modules are scratch of one process: a first run on its cheapest job compiles each, outside every estimate. A job whose
    // output is thrown away is proven on every lane.
    private void WarmUp(Action<SamplerProgress> report, CancellationToken cancellation)
    {
        foreach (var (order, benchmarkCase) in WarmUps().Index())
        {
            RunOnce(benchmarkCase, round: 0, order, report, cancellation);
        }
    }

    private IEnumerable<BenchmarkCase> WarmUps()
    {
        var compiling = plan.Cases
            .GroupBy(benchmarkCase => (benchmarkCase.Lane.OneInstance().Name, benchmarkCase.Job.Setting.Flavour))
            .Select(ofModule => ofModule.MinBy(benchmarkCase => benchmarkCase.Lane.Instances)!);
        var proving = plan.Cases.Where(benchmarkCase => benchmarkCase.Job.Proof() is not null);
        return compiling.Union(proving);
    }

    private void RunOnce(BenchmarkCase benchmarkCase, int round, int order, Action<SamplerProgress> report, CancellationToken cancellation,
        bool isRepeat = false)
    {
        cancellation.ThrowIfCancellationRequested();
        var finished = round > 0 && log.Rows.Any(row => row.Case == benchmarkCase.Id && row.Round == round && !row.IsVoided);
        if (finished || clock.Elapsed >= EndOf(benchmarkCase, round) || !runners(benchmarkCase).TryGet(out var runner))
        {
            return;
        }

        report(new SamplerProgress(
            benchmarkCase, round, finishedRuns, Math.Max(finishedRuns + 1, ExpectedRuns()), clock.Elapsed, plan.Budget)
        {
            SoFar = known.GetValueOrDefault(benchmarkCase.Id),
            Limit = plan.Limit,
        });
        var row = recorder.Record(benchmarkCase, runner, round, order, cancellation);
        // Once more: the disturbance is over. A second time, and the round goes on without the lane.
        if (row.IsVoided && !isRepeat)
        {
            RunOnce(benchmarkCase, round, order, report, cancellation, isRepeat: true);
            return;
        }

        finishedRuns++;
    }

    // A round short of the first look would be measured in vain.
    private TimeSpan EndOf(BenchmarkCase benchmarkCase, int round) =>
        round <= plan.RoundsOf(benchmarkCase.Job).Fewest || benchmarkCase.Job.Workload == NoisePair.Workload ? plan.Limit : plan.Budget;

    // The warm-up, and the rounds that are missing still: a resumed run has some already.
    private int ExpectedRuns()
    {
        var able =
            plan.Cases.Where(benchmarkCase => runners(benchmarkCase).Reason is null).Select(benchmarkCase => benchmarkCase.Id).ToHashSet();
        var rounds = plan.Cases.Where(benchmarkCase => able.Contains(benchmarkCase.Id))
            .Sum(benchmarkCase => plan.RoundsOf(benchmarkCase.Job).Fewest);
        var noise = plan.Noise.Length * (NoisePair.LeadingRounds + plan.Rounds.Fewest);
        return WarmUps().Count(benchmarkCase => able.Contains(benchmarkCase.Id)) + rounds + noise - keptRows;
    }

    private IEnumerable<BenchmarkCase> Active(ImmutableArray<CaseSummary> summaries, int round, Func<CaseSummary, bool> isDecided)
    {
        var rounds = plan.RoundsOf(summaries.First().Case.Job);
        // A lane that cannot run here is never decided: it must not keep the baselines running.
        var able = summaries.Where(summary => summary.Failure is null && runners(summary.Case).Reason is null).ToArray();
        var lanes = able.Where(summary => !CaseMatrix.Baselines.Contains(summary.Case.Lane)).ToArray();
        var open = lanes.Where(summary => !IsLeftOut(summary) && (!rounds.HasLookAfter(summary.Rounds) || !isDecided(summary))).ToArray();
        var baselinesNeeded = open.Length > 0 || (lanes.Length == 0 && round <= rounds.Fewest);
        return round > rounds.Most ? [] : able
            .Where(summary => open.Contains(summary) || (baselinesNeeded && CaseMatrix.Baselines.Contains(summary.Case.Lane)))
            .Select(summary => summary.Case);
    }
}

/// <summary>What the sampler is about to run.</summary>
/// <param name="Case">The case.</param>
/// <param name="Round">The round; 0 for a warm-up.</param>
/// <param name="Finished">Runs done so far.</param>
/// <param name="Expected">Runs that the plan needs at least.</param>
/// <param name="Elapsed">Since measuring began.</param>
/// <param name="Budget">How long it may take.</param>
public sealed record SamplerProgress(BenchmarkCase Case, int Round, int Finished, int Expected, TimeSpan Elapsed, TimeSpan Budget)
{
    /// <summary>What the rounds before say of the case; null in the warm-up.</summary>
    public CaseSummary? SoFar { get; init; }

    /// <summary>The estimated time of the runs that are still needed, at most what the limit leaves; null before the first.</summary>
    public TimeSpan? Remaining => Finished == 0 ? null : Shorter(Elapsed / Finished * Math.Max(0, Expected - Finished), Limit - Elapsed);

    /// <summary>After this long nothing more is measured; the budget where nothing else is said.</summary>
    public TimeSpan Limit { get; init; } = Budget;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other > TimeSpan.Zero ? other : TimeSpan.Zero;
}
