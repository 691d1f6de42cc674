using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Verdicts;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>
/// How much slower than native is each lane? Its multiple with its interval, and the limits that judge it: a forest plot. Native is not
/// among the lanes of each job: its multiple is 1 by definition.
/// </summary>
internal sealed record MultiplesPicture(string Id, string Title, ImmutableArray<ImmutableArray<CaseSummary>> Jobs)
{
    /// <summary>What a scale of multiples shows.</summary>
    public const string AxisTitle = "time against native's (×, logarithmic); native is 1";

    // As many lanes as the reference transcode has; more would not fit on a screen.
    private const int MostLanes = 24;

    /// <summary>Whether limits are drawn across all lanes, also those that they do not judge.</summary>
    public bool LimitsAcross { get; init; }

    /// <summary>The name of a lane.</summary>
    public Func<Lane, string> NameOf { get; init; } = lane => lane.Name;

    private IEnumerable<CaseSummary> Lanes => Jobs.SelectMany(lanes => lanes);

    /// <summary>A picture for each workload, of those of its jobs that were measured on the most lanes.</summary>
    public static IEnumerable<Picture> Draw(RunReport report) =>
        from cases in report.Cases.GroupBy(summary => summary.Case.Job.Workload)
        let jobs = cases.GroupBy(summary => summary.Case.Job.Id)
            .Select(lanes => lanes.Where(summary => summary.Case.Lane != Lane.Native).ToImmutableArray()).ToArray()
        let most = jobs.Max(Measured)
        where most > 0
        let shown = jobs.Where(lanes => Measured(lanes) == most).Take(Math.Max(1, MostLanes / most)).ToImmutableArray()
        let title = $"Native multiples, {cases.Key}: {string.Join(" and ", shown.Select(lanes => NameOfJob(lanes[0].Case.Job)))}"
            + (shown.Length < jobs.Length ? $" ({shown.Length} of {jobs.Length} jobs)" : "")
        select new MultiplesPicture($"multiples-{cases.Key}", title, shown).DrawWith(report);

    /// <summary>A job's name beside its workload: subject and setting.</summary>
    public static string NameOfJob(Job job) => $"{job.Subject}, {job.Setting.Title}";

    /// <summary>A lane's multiple, or why there is none.</summary>
    public static Reading<Estimate> Multiple(CaseSummary lane) =>
        lane.Failure is { } failure ? Reading<Estimate>.Unavailable(failure) : lane.NativeMultiple;

    /// <summary>Draws it, with the run's limits on the multiples of these lanes.</summary>
    public Picture DrawWith(RunReport report)
    {
        var canvas = new Canvas();
        var limits = LimitsOf(report);
        var multiples = Lanes.Select(lane => Multiple(lane).TryGet(out var multiple) ? multiple : null).OfType<Estimate>().ToArray();
        var x = Scale.Across(
            [1, .. multiples.Select(multiple => multiple.Low), .. multiples.Select(multiple => multiple.High), .. limits.Select(Bound)]);
        var names = limits.Select(outcome => (Look.Limit, $"{outcome.Limit.Id}: {outcome.Limit.Bound}"));
        var top = limits.IsEmpty ? 0 : canvas.WriteLegend(names);
        var chart = new RowChart(canvas, x, top, rowHeight: 44, markDepth: 32);
        var rows = DrawLanes(canvas, chart, x);
        DrawAcross(canvas.Guide(Look.Text, "native: 1"), x.At(1), rows.Values);
        foreach (var outcome in limits)
        {
            var judged = LimitsAcross ? rows.Values : outcome.Findings.Select(finding => rows[finding.Case.Case.Id]);
            DrawAcross(canvas.Guide(Look.Limit.Paint, $"{outcome.Limit.Id}: {outcome.Limit.InWords}"), x.At(Bound(outcome)), judged);
        }

        return canvas.Finish(
            Id,
            Title,
            "Each lane's time against native's in the same rounds, with its interval; above 1 is slower than native. "
                + string.Concat(Jobs.Select(lanes =>
                    $"{NameOfJob(lanes[0].Case.Job)}: {ReadingText.List(lanes.Select(lane => (NameOf(lane.Case.Lane), Multiple(lane))))} "))
                + string.Concat(limits.Select(outcome =>
                    $"The limit {outcome.Limit.Id}, {outcome.Limit.Bound}, judges {outcome.Findings.Length} of these lanes. ")),
            chart.DrawAxis(AxisTitle));
    }

    // Each with its findings of these lanes alone.
    private ImmutableArray<LimitOutcome> LimitsOf(RunReport report)
    {
        var ids = Lanes.Select(lane => lane.Case.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. report.Limits.Where(outcome => outcome.Limit.Metric == Metric.NativeMultiple)
                .Select(outcome => outcome with { Findings = [.. outcome.Findings.Where(finding => ids.Contains(finding.Case.Case.Id))] })
                .Where(outcome => !outcome.Findings.IsEmpty),
        ];
    }

    // Where each case's mark lies.
    private Dictionary<string, double> DrawLanes(Canvas canvas, RowChart chart, Scale x)
    {
        var engines = Lanes.Select(lane => lane.Case.Lane.Engine).OfType<string>().Distinct().ToList();
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (index, lane) in Jobs.SelectMany(lanes => lanes.Index()))
        {
            if (index == 0 && Jobs.Length > 1)
            {
                chart.AddHeading(NameOfJob(lane.Case.Job));
            }

            var absent = lane.Failure is null ? "not measured" : "failed";
            var y = rows[lane.Case.Id] = chart.AddRow(NameOf(lane.Case.Lane), Multiple(lane).Show(ReadingText.Show, _ => absent));
            if (Multiple(lane).TryGet(out var multiple))
            {
                var look = lane.Case.Lane.Engine is { } engine ? Look.OfKind(engines.IndexOf(engine)) : Look.Native;
                canvas.Mark(look.Paint, $"{lane.Case.Id}: {ReadingText.Show(multiple)} × native")
                    .Interval(look, (x.At(multiple.Low), y), (x.At(multiple.Value), y), (x.At(multiple.High), y));
            }
        }

        return rows;
    }

    // A line in each row: the rows' texts interrupt it.
    private static void DrawAcross(Pen pen, double x, IEnumerable<double> rows)
    {
        foreach (var y in rows)
        {
            pen.Line([(x, y - 8), (x, y + 8)], thickness: 2.5);
        }
    }

    private static double Bound(LimitOutcome outcome) => outcome.Limit.AtMost ?? outcome.Limit.AtLeast ?? 1;

    private static int Measured(ImmutableArray<CaseSummary> lanes) => lanes.Count(lane => Multiple(lane).Reason is null);
}
