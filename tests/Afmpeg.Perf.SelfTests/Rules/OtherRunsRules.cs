using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.SelfTests.Rules;

/// <summary>What docs/trust.md says of other runs of the full tier beside the committed one.</summary>
public sealed class OtherRunsRules
{
    private static readonly string[] Lanes =
        [MatrixDesign.ShippedLane.Name, MatrixDesign.UncheckedLane.Name, MatrixDesign.DefaultLane.Name];

    private static readonly ILookup<string, (string Case, double Value, double Low, double High, int Rounds)> Others =
        Csv("other-runs-multiples.csv").ToLookup(
            row => row[0], row => (row[1], Number(row[2]), Number(row[3]), Number(row[4]), (int)Number(row[5])));

    private static readonly Dictionary<string, Estimate> Committed = CommittedRun.Report.Cases
        .Where(summary => summary.NativeMultiple.Reason is null)
        .ToDictionary(summary => summary.Case.Id, summary => summary.NativeMultiple.TryGet(out var multiple) ? multiple : default!);

    [Fact]
    public void The_page_has_them_beside_the_committed_run()
    {
        var (kept, current) = (Repository.PathOf("docs", "trust.md"), Repository.PathOf("artifacts", "trust.md"));
        File.WriteAllText(current, DocumentBlocks.Replaced(File.ReadAllText(kept), "runs", [.. Runs(), "", .. Jobs()]));

        File.ReadAllText(kept).Should().Be(File.ReadAllText(current),
            because: $"the page compares that run with others; accept the new numbers with: mv '{current}' '{kept}'");
    }

    private static IEnumerable<string> Runs() => DocumentBlocks.Table(
        ["run", "processor", "rounds", "noise floor", "decision", "overlapping intervals", "divided by the last run"],
        Csv("other-runs.csv").Select(Other).Append(Last()));

    private static string[] Other(string[] run)
    {
        var both = Others[run[0]].Where(one => Committed.ContainsKey(one.Case)).Select(one => (one, Last: Committed[one.Case])).ToArray();
        var overlapping = both.Count(pair => pair.one.Low <= pair.Last.High && pair.Last.Low <= pair.one.High);
        var ratios = both.Where(pair => pair.one.Case.Split('/')[^1].Contains('+')).Select(pair => pair.one.Value / pair.Last.Value).Order()
            .ToArray();
        return
        [
            run[0], run[1], Rounds(Others[run[0]].Select(one => one.Rounds)), run[2], run[3], $"{overlapping} of {both.Length}",
            $"{At(ratios, 0.5)}; 80 % lie between {At(ratios, 0.1)} and {At(ratios, 0.9)}",
        ];
    }

    private static string[] Last()
    {
        var report = CommittedRun.Report;
        var lever = report.Measured.Lever is { } named ? $": {named.Lever.Id}" : "";
        return
        [
            report.Run, report.Host.Processor, Rounds(Committed.Values.Select(multiple => multiple.Count)),
            report.NoiseFloor.Show(floor => $"{100 * floor.Fraction:0.0} %", reason => reason),
            $"{Words.Key(report.Measured.Outcome)}{lever}", "-", "-",
        ];
    }

    // A cell has the multiple of each run, in the order of the table of runs.
    private static IEnumerable<string> Jobs() => DocumentBlocks.Table(
        ["job", .. AnswerTable.Headers.Skip(1).Take(Lanes.Length)],
        AnswerTable.JobIds.Select(job => (string[])[job, .. Lanes.Select(lane => string.Join(", ", Each(job, lane)))]));

    private static IEnumerable<string> Each(string job, string lane) => Csv("other-runs.csv")
        .Select(run => Others[run[0]].Where(one => Is(one.Case, job, lane)).Select(one => Figures.Of(one.Value)).FirstOrDefault("-"))
        .Append(Committed.Where(one => Is(one.Key, job, lane)).Select(one => Figures.Of(one.Value.Value)).FirstOrDefault("-"));

    // Batches run with one Runtime.
    private static bool Is(string id, string job, string lane) => CaseCosts.JobKey(id) is var key
        && (key == $"{job}/{lane}" || key == $"{job}/{lane}@runtimes1");

    private static string Rounds(IEnumerable<int> rounds) => $"{rounds.Min()} to {rounds.Max()}";

    private static string At(double[] sorted, double part) => Figures.Of(sorted[(int)Math.Round(part * (sorted.Length - 1))]);

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Csv(string name) =>
        File.ReadLines(Repository.PathOf("docs", "trust", name)).Skip(1).Select(line => line.Split(','));
}
