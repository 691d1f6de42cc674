using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>Reads a <see cref="LeverBoard"/> off a run: guidance first, then every lever on top of the guidance that is adopted.</summary>
internal sealed class BoardReader(AxisInput run, Thresholds thresholds, Reading<NoiseFloor> floor)
{
    private readonly LeverScope scope = new([.. run.Cases.Select(summary => summary.Case)], run.Host.Cores);
    private readonly ImmutableArray<Lever> adopted = LeverCatalog.Adopted(thresholds.Guidance);
    private readonly ImmutableArray<BenchmarkCase> shipped =
        [.. run.Cases.Select(summary => summary.Case).Where(origin => MatrixDesign.IsShipped(origin.Lane))];

    // The naive reel is not run as it ships: a change to it is read on the lane that runs both shapes.
    private readonly ImmutableArray<BenchmarkCase> naive =
        [.. run.Cases.Select(summary => summary.Case)
            .Where(origin => ReelJobs.IsNaive(origin.Job) && origin.Lane == MatrixDesign.DefaultLane)];

    private ImmutableArray<BenchmarkCase> Guided => [.. shipped.Select(origin => scope.UnderEach(origin, adopted)).Distinct()];

    /// <summary>The board.</summary>
    public LeverBoard Read()
    {
        var findings = Judge.Findings(thresholds, run.Cases, floor);
        var today = findings.RemoveAll(finding => !MatrixDesign.IsShipped(finding.Case.Case.Lane));
        var (guidance, guided) = ReadGuidance(today);
        var rated = thresholds.Levers.Select(rating => rating.Id).ToImmutableArray();
        var levers = LeverCatalog.Levers.Select(lever => Read(lever, today, guided, rated.IndexOf(lever.Id)))
            .OrderBy(lever => lever.Preference).ToImmutableArray();
        var together = Effects(today, guided, Together);
        var effects = guidance.SelectMany(reading => reading.Effects).Concat(levers.SelectMany(lever => lever.Effects)).Concat(together);
        var (family, others) = Judged(effects.Select(effect => effect.With).OfType<Finding>());
        return new LeverBoard(today, guidance, levers)
        {
            Gate = findings,
            Together = together,
            Family = family,
            Others = others,
            Floor = floor,
        }.From([.. family, .. others]);
    }

    // A run samples until the limits of this family are decided; what people rejected, and all levers together, ask for no rounds.
    private (ImmutableArray<Finding> Family, ImmutableArray<Finding> Others) Judged(IEnumerable<Finding> moved)
    {
        var sampled = DecisionCases.ForSampling([.. run.Cases.Select(summary => summary.Case)], thresholds, run.Host.Cores);
        var family = Judge.Findings(sampled, run.Cases, floor);
        var added = moved.ExceptBy(family.Select(LeverBoard.Key), LeverBoard.Key).Select(finding => finding.Limit);
        var all = Judge.Findings(sampled with { Limits = [.. sampled.Limits, .. added] }, run.Cases, floor);
        return (family, [.. all.ExceptBy(family.Select(LeverBoard.Key), LeverBoard.Key)]);
    }

    private (ImmutableArray<GuidanceReading> Guidance, ImmutableArray<Finding> Guided) ReadGuidance(ImmutableArray<Finding> today)
    {
        var guided = today;
        var read = new Dictionary<string, GuidanceReading>();
        foreach (var choice in thresholds.Guidance.OrderBy(choice => !choice.IsAdopted))
        {
            var change = LeverCatalog.Guidance.First(change => change.Id == choice.Id);
            var effects = Effects(today, guided, origin => scope.Under(origin, change));
            var from = shipped.Concat(Guided).Concat(naive).Distinct().ToImmutableArray();
            read[choice.Id] = new GuidanceReading(
                change, choice, Gains(change, from), LeverCosts.Read(run, origin => change.Apply(origin, scope), from), effects);
            guided = choice.IsAdopted ? [.. effects.Select(effect => effect.Result)] : guided;
        }

        return ([.. thresholds.Guidance.Select(choice => read[choice.Id])], guided);
    }

    private LeverReading Read(Lever lever, ImmutableArray<Finding> today, ImmutableArray<Finding> guided, int place) => new(
        lever,
        place < 0 ? new LeverRating(lever.Id, LeverRating.Most, "nobody has rated it") : thresholds.Levers[place],
        place < 0 ? int.MaxValue : place,
        Gains(lever, Guided),
        Gains(lever, shipped),
        Gains(lever, Guided.Select(origin => scope.UnderAll(origin, LeverCatalog.Base.Where(other => other != lever)))
            .OfType<BenchmarkCase>()),
        LeverCosts.Read(run, origin => lever.Apply(origin, scope), Guided),
        Effects(today, guided, origin => scope.Under(origin, lever)));

    // Where no run has all levers together, as many as one has.
    private BenchmarkCase? Together(BenchmarkCase origin) =>
        (scope.UnderAll(origin, LeverCatalog.Levers) ?? scope.UnderEach(origin, LeverCatalog.Levers)) is var changed && changed != origin
            ? changed : null;

    private ImmutableArray<LeverGain> Gains(Lever change, IEnumerable<BenchmarkCase> without) =>
    [
        .. without.Select(origin => (From: origin, To: scope.Under(origin, change))).Where(pair => pair.To is not null)
            .Select(pair => new LeverGain(pair.From, pair.To!, run.Ratio(Summary(pair.From), Summary(pair.To!)))),
    ];

    // A limit goes with its case: it is held against what the case becomes, whatever its pattern says of lanes.
    private ImmutableArray<LeverEffect> Effects(
        ImmutableArray<Finding> today, ImmutableArray<Finding> without, Func<BenchmarkCase, BenchmarkCase?> change) =>
    [
        .. without.Zip(today, (finding, origin) => new LeverEffect(
            origin, finding, change(finding.Case.Case) is { } to ? NotJudgedYet(finding, Summary(to)) : null)),
    ];

    private static Finding NotJudgedYet(Finding finding, CaseSummary summary) => finding with
    {
        Limit = finding.Limit with { Cases = new Glob(summary.Case.Id) },
        Case = summary,
        Verdict = Verdict.NotMeasured,
    };

    private CaseSummary Summary(BenchmarkCase benchmarkCase)
    {
        var id = benchmarkCase.Id;
        return run.Cases.First(summary => summary.Case.Id == id);
    }
}
