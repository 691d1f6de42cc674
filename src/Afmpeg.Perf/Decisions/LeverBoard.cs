using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>What upstream ships today held against its limits, and every lever held against it.</summary>
/// <param name="Today">The limits on what upstream ships, in the thresholds' order.</param>
/// <param name="Levers">The levers, in the order of preference.</param>
public sealed record LeverBoard(ImmutableArray<Finding> Today, ImmutableArray<LeverReading> Levers)
{
    /// <summary>Reads the board off a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="thresholds">What people decided.</param>
    /// <param name="floor">The host's noise floor.</param>
    /// <returns>The board; without findings where no limit judges what upstream ships.</returns>
    public static LeverBoard Of(AxisInput run, Thresholds thresholds, Reading<NoiseFloor> floor)
    {
        var reader = new Reader(run, thresholds, floor);
        var today = reader.Findings([]).Where(finding => MatrixDesign.IsShipped(finding.Case.Case.Lane)).ToImmutableArray();
        var rated = thresholds.Levers.Select(rating => rating.Id).ToImmutableArray();
        return new LeverBoard(today, [.. LeverCatalog.All.Select(lever => reader.Read(lever, today, rated.IndexOf(lever.Id))).OrderBy(lever => lever.Preference)]);
    }

    private sealed record Reader(AxisInput Run, Thresholds Thresholds, Reading<NoiseFloor> Floor)
    {
        // The levers that others are measured on top of: what the default lane has and the shipped one has not.
        private static readonly ImmutableArray<Lever> Base = [LeverCatalog.ModuleBuild, LeverCatalog.Engine];

        public LeverReading Read(Lever lever, ImmutableArray<Finding> today, int place)
        {
            var shipped = Run.Cases.Select(summary => summary.Case).Where(origin => MatrixDesign.IsShipped(origin.Lane)).ToImmutableArray();
            // The naive reel is not run as it ships: a lever on it is read where both shapes are.
            var alone = shipped.Concat(Run.Cases.Where(summary => ReelPrediction.IsNaive(summary.Case.Job) && summary.Case.Lane == MatrixDesign.DefaultLane).Select(summary => summary.Case));
            return new LeverReading(
                lever,
                place < 0 ? new LeverRating(lever.Id, LeverRating.Most, "nobody has rated it") : Thresholds.Levers[place],
                place < 0 ? int.MaxValue : place,
                Gains(lever, alone),
                Gains(lever, shipped.Select(origin => OnBase(lever, origin)).OfType<BenchmarkCase>()),
                LeverPrices.Of(Run, lever, shipped),
                Effects(lever, today));
        }

        /// <summary>The thresholds' findings on the run, with some limits in the place of all others.</summary>
        public ImmutableArray<Finding> Findings(ImmutableArray<Limit> instead) =>
            Judge.Findings(instead.IsEmpty ? Thresholds : Thresholds with { Limits = instead }, Run.Cases, Floor);

        private ImmutableArray<LeverGain> Gains(Lever lever, IEnumerable<BenchmarkCase> without) =>
        [
            .. without.Select(origin => (From: origin, To: lever.Apply(origin, Run))).Where(pair => pair.To is not null && IsPlanned(pair.To))
                .Select(pair => new LeverGain(pair.From, pair.To!, Run.Ratio(Summary(pair.From), Summary(pair.To!)))),
        ];

        private BenchmarkCase? OnBase(Lever lever, BenchmarkCase shipped)
        {
            var with = Base.Where(other => other != lever).Aggregate(shipped, (origin, other) => other.Apply(origin, Run) ?? origin);
            return IsPlanned(with) ? with : null;
        }

        // A limit goes with its case: it is held against what the case becomes, whatever its pattern says of lanes.
        private ImmutableArray<LeverEffect> Effects(Lever lever, ImmutableArray<Finding> today)
        {
            var moved = today.Select(finding => (Today: finding, To: lever.Apply(finding.Case.Case, Run)))
                .Select(pair => pair.To is { } to && IsPlanned(to) ? pair : pair with { To = null }).ToArray();
            var limits = moved.Where(pair => pair.To is not null)
                .Select(pair => pair.Today.Limit with { Cases = new Glob(pair.To!.Id) }).Distinct().ToImmutableArray();
            var found = limits.IsEmpty ? [] : Findings(limits);
            return
            [
                .. moved.Select(pair => new LeverEffect(
                    pair.Today, found.FirstOrDefault(finding => finding.Limit.Id == pair.Today.Limit.Id && finding.Case.Case.Id == pair.To?.Id))),
            ];
        }

        private bool IsPlanned(BenchmarkCase planned) => Run.Cases.Any(summary => summary.Case.Id == planned.Id);

        private CaseSummary Summary(BenchmarkCase planned) => Run.Cases.First(summary => summary.Case.Id == planned.Id);
    }
}
