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
    /// <summary>What each job adds to the one before.</summary>
    public static ImmutableArray<string> Parts { get; } = ["start-up, demux, mux", "decode", "filter", "encode, with sound"];

    /// <summary>The job that has all parts.</summary>
    public Job Whole => Jobs[^1];

    /// <summary>The reference transcodes of a run with the jobs that lie within them.</summary>
    public static IEnumerable<NestedJobs> Of(AxisInput run) =>
        from whole in run.Jobs(LaneCoverage.EveryLane)
        where whole is { Workload: "transcode", Inputs: [_] }
        let inner = run.Jobs().Where(job => job.Inputs is [{ } input, ..] && input.Location == whole.Inputs[0].Location).ToArray()
        let remux = inner.FirstOrDefault(job => job.Workload == "remux")
        let decode = inner.FirstOrDefault(job => job.Workload == "decode")
        let scale = inner.FirstOrDefault(job => job.Workload == "scale"
            && (job.Expected.Width, job.Expected.Height) == (whole.Expected.Width, whole.Expected.Height))
        where remux is not null && decode is not null && scale is not null
        select new NestedJobs(run, [remux, decode, scale, whole]);

    /// <summary>The lanes that every one of the jobs is measured on.</summary>
    public ImmutableArray<Lane> Lanes =>
        [.. Run.Of(Whole).Select(summary => summary.Case.Lane).Where(lane => Jobs.All(job => Run.Find(job, lane) is not null))];

    /// <summary>How long each part takes.</summary>
    public Reading<AdditiveSplit> Split(Lane lane) => Rounds(lane).Then(rounds =>
        AdditiveSplit.Of([.. Jobs.Select((_, job) => rounds.Values.Select(times => times[job]).ToImmutableArray())]));

    /// <summary>A part's share of the whole, by rounds.</summary>
    public Reading<Estimate> Share(Lane lane, int part) =>
        Rounds(lane).Then(rounds => PseudoMedian.Of([.. rounds.Values.Select(times => Part(times, part) / times[^1])]));

    /// <summary>A part against another lane's, by rounds; none where a round has nothing of it on either lane.</summary>
    public Reading<Estimate> Multiple(Lane lane, Lane baseline, int part) => Pairs(lane, baseline, part).Then(pairs =>
        pairs.All(pair => pair is { Own: > 0, Other: > 0 })
            ? PairedRatio.Of(pairs)
            : Reading<Estimate>.Unavailable("the part is too small to be seen in every round"));

    /// <summary>What a part takes over another lane's, by rounds, in seconds.</summary>
    public Reading<Estimate> Excess(Lane lane, Lane baseline, int part) =>
        Pairs(lane, baseline, part).Then(pairs => PairedDifference.Of(pairs));

    private Reading<ImmutableArray<(double Own, double Other)>> Pairs(Lane lane, Lane baseline, int part) =>
        Rounds(lane).Then(own => Rounds(baseline).Select(other => own.Where(round => other.ContainsKey(round.Key))
            .Select(round => (Part(round.Value, part), Part(other[round.Key], part))).ToImmutableArray()));

    // A part in one round, in seconds.
    private static double Part(ImmutableArray<double> times, int part) => part == 0 ? times[0] : times[part] - times[part - 1];

    // What a lane takes for each job in the rounds in which it did all of them.
    private Reading<ImmutableSortedDictionary<int, ImmutableArray<double>>> Rounds(Lane lane)
    {
        var jobs = new List<Dictionary<int, double>>();
        foreach (var job in Jobs)
        {
            var rows = Run.Find(job, lane) is { } summary ? Run.Rounds(summary) : null;
            if (rows is null || !rows.TryGet(out var found))
            {
                return Reading<ImmutableSortedDictionary<int, ImmutableArray<double>>>.Unavailable(
                    rows?.Reason ?? $"{job.Id}/{lane.Name} was not planned");
            }

            jobs.Add(found.DistinctBy(row => row.Round).ToDictionary(row => row.Round, row => row.ExecuteSeconds!.Value));
        }

        return Reading<ImmutableSortedDictionary<int, ImmutableArray<double>>>.Of(jobs[0].Keys
            .Where(round => jobs.All(times => times.ContainsKey(round)))
            .ToImmutableSortedDictionary(round => round, round => jobs.Select(times => times[round]).ToImmutableArray()));
    }
}
