using System.Globalization;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Runs of the full tier on other days, of which docs/trust/ keeps the native multiples.</summary>
public static class OtherRuns
{
    private static readonly ILookup<string, OtherMultiple> Multiples = Csv("other-runs-multiples.csv").ToLookup(
        row => row[0], row => new OtherMultiple(row[1], Number(row[2]), Number(row[3]), Number(row[4]), (int)Number(row[5])));

    /// <summary>The runs, from the oldest.</summary>
    public static ImmutableArray<OtherRun> All { get; } =
        [.. Csv("other-runs.csv").Select(row => new OtherRun(row[0], row[1], row[2], row[3], [.. Multiples[row[0]]]))];

    /// <summary>The multiple of a job on a lane in each of them, in three digits; "-" where it was not measured.</summary>
    public static IEnumerable<string> Each(string job, Lane lane) => All.Select(run =>
        Of(run.Multiples.Select(one => (one.Case, one.Value)), job, lane));

    /// <summary>The multiple of one of <see cref="AnswerTable.JobIds"/> on a lane, in three digits; "-" where there is none.</summary>
    public static string Of(IEnumerable<(string Case, double Value)> multiples, string job, Lane lane) => multiples
        .Where(one => CaseCosts.JobKey(one.Case) == AnswerTable.IdOf(job, lane)).Select(one => Figures.Of(one.Value)).FirstOrDefault("-");

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Csv(string name) =>
        File.ReadLines(Repository.PathOf("docs", "trust", name)).Skip(1).Select(line => line.Split(','));
}

/// <summary>A run of another day.</summary>
public sealed record OtherRun(
    string Run, string Processor, string NoiseFloor, string Decision, ImmutableArray<OtherMultiple> Multiples);

/// <summary>A native multiple with its interval of 95 %.</summary>
public sealed record OtherMultiple(string Case, double Value, double Low, double High, int Rounds);
