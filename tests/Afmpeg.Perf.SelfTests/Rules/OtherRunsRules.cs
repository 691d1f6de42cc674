using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>What docs/trust.md says of other runs of the full tier beside the committed one.</summary>
public sealed class OtherRunsRules
{
    private static readonly Lane[] Lanes = [MatrixDesign.ShippedLane, MatrixDesign.UncheckedLane, MatrixDesign.DefaultLane];

    private static readonly ImmutableDictionary<string, Estimate> Committed = OtherRuns.Multiples(CommittedRun.Report.Cases);

    [Fact]
    public void The_page_has_them_beside_the_committed_run()
    {
        var (kept, current) = (Repository.PathOf("docs", "trust.md"), Repository.PathOf("artifacts", "trust-other-runs.md"));
        File.WriteAllText(current, DocumentBlocks.Replaced(File.ReadAllText(kept), "runs", [.. Runs(), "", .. Jobs()]));

        File.ReadAllText(kept).Should().Be(File.ReadAllText(current),
            because: $"the page compares that run with others; accept the new numbers with: mv '{current}' '{kept}'");
    }

    private static IEnumerable<string> Runs() => DocumentBlocks.Table(
        ["run", "processor", "rounds", "noise floor", "decision", "overlapping intervals", "divided by the last run"],
        OtherRuns.All.Select(Other).Append(Last()));

    private static string[] Other(OtherRun run)
    {
        var both = run.Multiples.Where(one => Committed.ContainsKey(one.Key))
            .Select(one => (Case: one.Key, One: one.Value, Last: Committed[one.Key])).ToArray();
        var overlapping = both.Count(pair => pair.One.Low <= pair.Last.High && pair.Last.Low <= pair.One.High);
        var ratios = both.Where(pair => pair.Case.Split('/')[^1].Contains('+')).Select(pair => pair.One.Value / pair.Last.Value).Order()
            .ToArray();
        return
        [
            run.Run, run.Processor, Rounds(run.Multiples), Floor(run.NoiseFloor), run.Decision,
            $"{overlapping} of {both.Length}", $"{At(ratios, 0.5)}; 80 % lie between {At(ratios, 0.1)} and {At(ratios, 0.9)}",
        ];
    }

    private static string[] Last()
    {
        var report = CommittedRun.Report;
        var lever = report.Measured.Lever is { } named ? $": {named.Change.Id}" : "";
        return
        [
            report.Run, report.Host.Processor, Rounds(Committed), Floor(report.NoiseFloor),
            $"{Words.Key(report.Measured.Outcome)}{lever}", "-", "-",
        ];
    }

    // A cell has the multiple of each run, in the order of the table of runs.
    private static IEnumerable<string> Jobs() => DocumentBlocks.Table(
        ["job", .. AnswerTable.Headers.Skip(1).Take(Lanes.Length)],
        AnswerTable.JobIds.Select(job => (string[])[job, .. Lanes.Select(lane => string.Join(", ", Each(job, lane)))]));

    private static IEnumerable<string> Each(string job, Lane lane) => OtherRuns.Each(job, lane).Append(
        OtherRuns.Of(Committed, job, lane));

    private static string Rounds(ImmutableDictionary<string, Estimate> multiples) =>
        $"{multiples.Values.Min(one => one.Count)} to {multiples.Values.Max(one => one.Count)}";

    private static string Floor(Reading<NoiseFloor> floor) => floor.Show(one => $"{100 * one.Fraction:0.0} %", reason => reason);

    private static string At(double[] sorted, double part) => Figures.Of(sorted[(int)Math.Round(part * (sorted.Length - 1))]);
}
