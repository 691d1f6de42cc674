using System.IO.Compression;
using System.Text.Json;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Runs of the full tier on other days, of which docs/trust/ keeps the rows.</summary>
public static class OtherRuns
{
    private static readonly ILookup<string, Measurement> Rows = ReadRows().ToLookup(row => row.Run);

    private static readonly CaseMatrix Matrix =
        Declarations.Load(TestSettings.Folders, cores: CommittedRun.State.Conditions.Host.Cores).Matrix;

    /// <summary>The runs, from the oldest.</summary>
    public static ImmutableArray<OtherRun> All { get; } =
        [.. File.ReadLines(PathOf("other-runs.csv")).Skip(1).Select(line => line.Split(',')).Select(cells => Run(cells, Rows[cells[0]]))];

    /// <summary>The native multiples of cases, by the case's id.</summary>
    public static ImmutableDictionary<string, Estimate> Multiples(IEnumerable<CaseSummary> cases) => cases
        .Where(one => one.NativeMultiple.Reason is null && one.Case.Lane != Lane.Native)
        .ToImmutableDictionary(one => one.Case.Id, one => one.NativeMultiple.TryGet(out var multiple) ? multiple : default!);

    /// <summary>The multiple of a job on a lane in each of them, in three digits; "-" where it was not measured.</summary>
    public static IEnumerable<string> Each(string job, Lane lane) => All.Select(run => Of(run.Multiples, job, lane));

    /// <summary>The least and the greatest of them: "4.78-5.05".</summary>
    public static string Range(string job, Lane lane) =>
        All.SelectMany(run => Found(run.Multiples, job, lane)).Order().ToArray() is [var least, .., var greatest]
            ? $"{Figures.Of(least)}-{Figures.Of(greatest)}"
            : "-";

    /// <summary>The multiple of one of <see cref="AnswerTable.JobIds"/> on a lane, in three digits; "-" where there is none.</summary>
    public static string Of(ImmutableDictionary<string, Estimate> multiples, string job, Lane lane) =>
        Found(multiples, job, lane).Select(Figures.Of).FirstOrDefault("-");

    private static IEnumerable<double> Found(ImmutableDictionary<string, Estimate> multiples, string job, Lane lane) =>
        multiples.Where(one => CaseCosts.JobKey(one.Key) == AnswerTable.IdOf(job, lane)).Select(one => one.Value.Value);

    private static OtherRun Run(string[] cells, IEnumerable<Measurement> rows) =>
        new(cells[0], cells[1], cells[2], NoiseFloor.Of(rows), Multiples(Summary.Of(Matrix.Cases, _ => null, rows)));

    private static IEnumerable<Measurement> ReadRows()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(PathOf("other-runs.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonSerializer.Deserialize<Measurement>(line, Measurement.Json)!;
        }
    }

    private static string PathOf(string name) => Repository.PathOf("docs", "trust", name);
}

/// <summary>A run of another day.</summary>
public sealed record OtherRun(
    string Run, string Processor, string Decision, Reading<NoiseFloor> NoiseFloor, ImmutableDictionary<string, Estimate> Multiples);
