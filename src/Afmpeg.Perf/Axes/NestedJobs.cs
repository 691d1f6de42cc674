using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>Jobs on one clip of which each does what the one before does, and more: copied, decoded, scaled, transcoded.</summary>
/// <param name="Run">The run.</param>
/// <param name="Jobs">The jobs, one for each of <see cref="Parts"/>; the last is the whole.</param>
internal sealed record NestedJobs(AxisInput Run, ImmutableArray<Job> Jobs)
{
    private const string Whole = "transcode";

    /// <summary>What each job adds to the one before.</summary>
    public static ImmutableArray<string> Parts { get; } = ["start-up, demux, mux", "decode", "filter", "encode, with sound"];

    /// <summary>The reference transcodes of a run with the jobs that lie within them.</summary>
    public static IEnumerable<NestedJobs> Of(AxisInput run) =>
        from whole in run.Jobs()
        where whole is { Workload: Whole, LaneCoverage: LaneCoverage.EveryLane, Inputs: [_] }
        let remux = Within(run, whole, "remux")
        let decode = Within(run, whole, "decode")
        let scale = run.Jobs().FirstOrDefault(job => IsWithin(job, whole, "scale")
            && (job.Expected.Width, job.Expected.Height) == (whole.Expected.Width, whole.Expected.Height))
        where remux is not null && decode is not null && scale is not null
        select new NestedJobs(run, [remux, decode, scale, whole]);

    /// <summary>The lanes that every one of the jobs is measured on.</summary>
    public ImmutableArray<Lane> Lanes => [.. Run.Of(Jobs[^1]).Select(summary => summary.Case.Lane).Where(lane => Jobs.All(job => Run.Find(job, lane) is not null))];

    /// <summary>What a lane takes for each job in the rounds in which it did all of them, or why there are none.</summary>
    public Reading<ImmutableSortedDictionary<int, ImmutableArray<double>>> Rounds(Lane lane) =>
        Jobs.Aggregate(
            Reading<ImmutableArray<ImmutableDictionary<int, double>>>.Of([]),
            (all, job) => all.Then(before => Times(job, lane).Select(times => before.Add(times))))
            .Select(jobs => jobs[0].Keys.Where(round => jobs.All(times => times.ContainsKey(round)))
                .ToImmutableSortedDictionary(round => round, round => jobs.Select(times => times[round]).ToImmutableArray()));

    /// <summary>A part in one round, in seconds.</summary>
    public static double Part(ImmutableArray<double> times, int part) => part == 0 ? times[0] : times[part] - times[part - 1];

    /// <summary>How long each part takes.</summary>
    public Reading<AdditiveSplit> Split(Lane lane) => Rounds(lane).Then(rounds =>
        AdditiveSplit.Of([.. Enumerable.Range(0, Jobs.Length).Select(job => rounds.Values.Select(times => times[job]).ToImmutableArray())]));

    /// <summary>A part's share of the whole, by rounds.</summary>
    public Reading<Estimate> Share(Lane lane, int part) =>
        Rounds(lane).Then(rounds => PseudoMedian.Of([.. rounds.Values.Select(times => Part(times, part) / times[^1])]));

    /// <summary>A part against another lane's, by rounds; none where a round has nothing of it on either lane.</summary>
    public Reading<Estimate> Multiple(Lane lane, Lane baseline, int part) => Pairs(lane, baseline, part).Then(pairs =>
        pairs.All(pair => pair is { Own: > 0, Other: > 0 })
            ? PairedRatio.Of(pairs)
            : Reading<Estimate>.Unavailable("the part is too small to be seen in every round"));

    /// <summary>What a part takes over another lane's, by rounds, in seconds.</summary>
    public Reading<Estimate> Excess(Lane lane, Lane baseline, int part) => Pairs(lane, baseline, part).Then(pairs => PairedDifference.Of(pairs));

    private Reading<ImmutableArray<(double Own, double Other)>> Pairs(Lane lane, Lane baseline, int part) =>
        Rounds(lane).Then(own => Rounds(baseline).Select(other => own.Where(round => other.ContainsKey(round.Key))
            .Select(round => (Part(round.Value, part), Part(other[round.Key], part))).ToImmutableArray()));

    private Reading<ImmutableDictionary<int, double>> Times(Job job, Lane lane) => Run.Find(job, lane) is { } summary
        ? Run.Rounds(summary).Select(rows => rows.DistinctBy(row => row.Round).ToImmutableDictionary(row => row.Round, row => row.ExecuteSeconds!.Value))
        : Reading<ImmutableDictionary<int, double>>.Unavailable($"{job.Id}/{lane.Name} was not planned");

    private static Job? Within(AxisInput run, Job whole, string workload) => run.Jobs().FirstOrDefault(job => IsWithin(job, whole, workload));

    private static bool IsWithin(Job job, Job whole, string workload) =>
        job.Workload == workload && job.Inputs is [{ } input, ..] && input.Location == whole.Inputs[0].Location;
}
