using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Windows of two lanes, a and b, made up.</summary>
public static class CannedWindows
{
    public static CoreWindow Of(double ratio, int number = 1) => new(
        "run", DateTimeOffset.UnixEpoch, "0123456789ab", "transcode/sample/libx264-veryfast", number, 0, 6,
        [new CoreShare("a", 3, 1, 1.5), new CoreShare("b", 2, ratio, 1.5)]);

    /// <summary>A comparison of a and b whose windows scatter about a ratio.</summary>
    public static PairComparison Compared(double ratio, double scatter, int count, string seed = "", int pairs = 1) => new(
        "transcode/sample/libx264-veryfast", "a", "b",
        [.. Enumerable.Range(1, count).Select(number => Math.Log(ratio * SeededNoise.Factor($"window {seed} {number}", scatter)))],
        PairLooks.Tolerance, pairs);

    /// <summary>Looks at a pair as the sampler does, until it has an answer.</summary>
    public static PairComparison Ended(PairComparison all) =>
        PairLooks.Looks.Select(look => all with { Logs = [.. all.Logs.Take(look)] })
            .FirstOrDefault(looked => looked.Verdict != SpeedVerdict.CannotTell) ?? all;

    public static ImmutableDictionary<string, int> Jobs(ImmutableArray<CoreShare> shares) =>
        shares.ToImmutableDictionary(share => share.Lane, share => share.Jobs);

    /// <summary>The reading of a lane that took so many seconds of processor time.</summary>
    public static LaneReading Reading(double seconds) =>
        Samples.Reading(1) with { Phases = Phases.None with { ExecuteCpu = TimeSpan.FromSeconds(seconds) } };
}
