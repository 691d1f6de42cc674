using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// What each of several nested jobs adds (remux, decode, decode and scale, transcode): the first job, then the paired difference of each to
/// the one before. Medians do not add up exactly as the times of one round do, so what is left over is a part of the answer.
/// </summary>
/// <param name="Parts">
/// What each job adds, in seconds, in the jobs' order. One whose interval contains 0 added nothing that was seen.
/// </param>
/// <param name="Whole">The last job, in seconds.</param>
public sealed record AdditiveSplit(ImmutableArray<Estimate> Parts, Estimate Whole)
{
    /// <summary>
    /// A difference below this share of the whole cannot be seen in a table: three figures show 1.00 for 0.995 up to 1.005.
    /// </summary>
    public const double RoundingShare = 0.005;

    /// <summary>The whole's median less the sum of the parts' medians, in seconds; of either sign.</summary>
    public double Remainder => Whole.Value - Parts.Sum(part => part.Value);

    /// <summary>
    /// The remainder that is still explained: half of the whole's interval, and no less than <see cref="RoundingShare"/> of it; in seconds.
    /// </summary>
    public double Tolerance => Math.Max((Whole.High - Whole.Low) / 2, RoundingShare * Whole.Value);

    /// <summary>Whether the parts make up the whole within its error.</summary>
    public bool AddsUp => Math.Abs(Remainder) <= Tolerance;

    /// <summary>
    /// Splits the last of nested jobs, each of which contains the one before, by their times in seconds in the same rounds.
    /// </summary>
    public static Reading<AdditiveSplit> Of(ImmutableArray<ImmutableArray<double>> jobs)
    {
        if (jobs.IsDefaultOrEmpty)
            return Reading<AdditiveSplit>.Unavailable("there are no jobs to split");

        if (jobs.Any(times => times.Length != jobs[0].Length))
            return Reading<AdditiveSplit>.Unavailable("the jobs ran in different numbers of rounds, so that their times are no pairs");

        if (jobs.Any(times => times.Any(time => !double.IsFinite(time) || time <= 0)))
            return Reading<AdditiveSplit>.Unavailable("a time is not a finite number above 0");

        var parts = jobs.Select((times, index) => index == 0 ? PseudoMedian.Of(times) : PairedDifference.Of(times.Zip(jobs[index - 1])))
            .Select(part => part.TryGet(out var estimate) ? estimate : null)
            .OfType<Estimate>()
            .ToImmutableArray();

        // All series are finite and as long as each other: each part is there where the whole is.
        return PseudoMedian.Of(jobs[^1]).Select(whole => new AdditiveSplit(parts, whole));
    }
}
