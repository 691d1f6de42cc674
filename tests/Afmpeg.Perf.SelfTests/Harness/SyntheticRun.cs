using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>A made-up run for an axis to read: cases with their rows, through the real summary.</summary>
public sealed record SyntheticRun(int Cores = 2)
{
    public static Lane Default { get; } = MatrixDesign.DefaultLane;

    private ImmutableArray<(BenchmarkCase Case, ImmutableArray<Measurement> Rows)> Cases { get; init; } = [];

    /// <summary>A job whose modules need not equal native-portable.</summary>
    public static Job Job(string workload, string subject, LaneCoverage coverage) => Samples.Job(subject) with
    {
        Workload = workload,
        LaneCoverage = coverage,
        Expected = Samples.Job().Expected with { EqualsPortable = false },
    };

    public static Job Reel(string subject, double seconds, LaneCoverage coverage)
    {
        var job = Job("reel", subject, coverage);
        return job with { Expected = job.Expected with { Duration = TimeSpan.FromSeconds(seconds) } };
    }

    /// <summary>Eight rounds about a time, with the same drift of up to 7 % in every lane.</summary>
    public static double[] Eight(double seconds) => [.. Enumerable.Range(1, 8).Select(round => seconds * (1 + (0.01 * (round * 3 % 8))))];

    /// <summary>Eight rounds about a time that scatter too much to differ from those of <see cref="Eight"/>.</summary>
    public static double[] Scattered(double seconds) =>
        [.. Enumerable.Range(1, 8).Select(round => seconds * (round % 2 == 0 ? 1.1 : 0.95))];

    /// <summary>The run with a further case, a row per round from 1.</summary>
    public SyntheticRun With(Job job, Lane lane, params double[] seconds) => With(job, lane, row => row, seconds);

    /// <summary>The run with a further case whose rows say something else, too.</summary>
    public SyntheticRun With(Job job, Lane lane, Func<Measurement, Measurement> change, params double[] seconds)
    {
        var benchmarkCase = new BenchmarkCase(job, lane);
        var rows = seconds.Select((value, index) =>
            change(Samples.Row(lane, index + 1, value) with { Case = benchmarkCase.Id, Workload = job.Workload, Jobs = job.Copies }));
        return this with { Cases = Cases.Add((benchmarkCase, [.. rows])) };
    }

    /// <summary>The run with reels short-3s, short-6s, ... of these lengths.</summary>
    public SyntheticRun WithReels(Lane lane, Func<int, double> seconds, params int[] lengths) => lengths.Aggregate(
        this, (run, length) => run.With(Reel($"short-{length}s", length, LaneCoverage.NotableLanes), lane, Eight(seconds(length))));

    public AxisInput Input()
    {
        var rows = Cases.SelectMany(added => added.Rows).ToImmutableArray();
        var host = new Host(Cores, "a processor", new ByteCount(1L << 33), "a system", "6.1", 0);
        return new AxisInput(Summary.Of(Cases.Select(added => added.Case), _ => null, rows), rows, [], host);
    }

    /// <summary>A cell by its column's key, in the row that has all of some texts.</summary>
    public static AxisCell Cell(AxisTable table, string key, params string[] texts) => table.Cell(key, texts);

    public static Estimate Number(AxisTable table, string key, params string[] texts) => table.Number(key, texts);

    public static string Sentence(AxisTable? table)
    {
        table.Should().NotBeNull();
        table!.Rows.Should().OnlyContain(row => row.Length == table.Columns.Length, "a row has a cell per column");
        return table.Sentence.Show(sentence => sentence, reason => $"none: {reason}");
    }
}
