using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Summaries of cases, so that a rule about limits names only the readings that it is about: change others with <c>with</c>.</summary>
public static class CaseSummaries
{
    private const string NotAsked = "the rule does not ask for it";

    /// <summary>A case that was measured in eight rounds.</summary>
    /// <param name="id">Its id: transcode/subject/libx264-veryfast/lane.</param>
    /// <param name="low">The lower end of its native multiple.</param>
    /// <param name="value">The native multiple.</param>
    /// <param name="high">The upper end.</param>
    /// <returns>The summary, with rounds that fit; its realtime factor is 2, its peak 100 MiB, its output 1000 B.</returns>
    public static CaseSummary Measured(string id, double low, double value, double high) => NotMeasured(id, NotAsked) with
    {
        Rounds = 8,
        NativeMultiple = Reading<Estimate>.Of(Interval(low, value, high)),
        NativeRatios = Rounds(low, high),
        RealtimeFactor = Reading<Estimate>.Of(Interval(1.9, 2, 2.1)),
        RealtimeFactors = Rounds(1.9, 2.1),
        PeakResident = Reading<Estimate>.Of(Interval(100 * 1024 * 1024, 100 * 1024 * 1024, 100 * 1024 * 1024)),
        OutputSize = Reading<ByteCount>.Of(new ByteCount(1000)),
    };

    /// <summary>A case without any reading.</summary>
    /// <param name="id">Its id: transcode/subject/libx264-veryfast/lane.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The summary.</returns>
    public static CaseSummary NotMeasured(string id, string reason) => new()
    {
        Case = Case(id),
        Failure = null,
        Rounds = 0,
        NativeMultiple = Reading<Estimate>.Unavailable(reason),
        PortableMultiple = Reading<Estimate>.Unavailable(reason),
        Decomposition = Reading<Decomposition>.Unavailable(reason),
        RealtimeFactor = Reading<Estimate>.Unavailable(reason),
        ColdStart = Reading<TimeSpan>.Unavailable(reason),
        PeakResident = Reading<Estimate>.Unavailable(reason),
        OutputSize = Reading<ByteCount>.Unavailable(reason),
        Frames = Reading<int>.Unavailable(reason),
        FramesDigest = Reading<string>.Unavailable(reason),
        Quality = Reading<PictureQuality>.Unavailable(reason),
        EqualsPortable = Reading<bool>.Unavailable(reason),
    };

    /// <summary>An interval of eight rounds.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="value">The estimate.</param>
    /// <param name="high">Its upper end.</param>
    /// <returns>The estimate.</returns>
    public static Estimate Interval(double low, double value, double high) => new(value, low, high, Count: 8, Level: 0.992);

    /// <summary>Eight rounds whose pseudo-median has an interval, evenly spread on the scale of logarithms.</summary>
    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end.</param>
    /// <returns>The rounds' ratios.</returns>
    public static ImmutableArray<double> Rounds(double low, double high)
    {
        // Of eight such rounds the third average of two from either end is the second round.
        var step = Math.Log(high / low) / 5;
        return [.. Enumerable.Range(-1, 8).Select(round => low * Math.Exp(round * step))];
    }

    /// <summary>Asserts that two summaries say the same: records hold arrays to be equal only where they are one and the same.</summary>
    /// <param name="actual">The one.</param>
    /// <param name="expected">The other.</param>
    public static void ShouldSayTheSameAs(this CaseSummary actual, CaseSummary expected)
    {
        actual.NativeRatios.Should().Equal(expected.NativeRatios);
        actual.RealtimeFactors.Should().Equal(expected.RealtimeFactors);
        actual.ExecuteSeconds.Should().Equal(expected.ExecuteSeconds);
        actual.OutlyingRounds.Should().Equal(expected.OutlyingRounds);
        actual.Incidents.Should().Equal(expected.Incidents);
        var arrays = actual with
        {
            NativeRatios = expected.NativeRatios,
            RealtimeFactors = expected.RealtimeFactors,
            ExecuteSeconds = expected.ExecuteSeconds,
            OutlyingRounds = expected.OutlyingRounds,
            Incidents = expected.Incidents,
        };
        arrays.Should().Be(expected);
    }

    private static BenchmarkCase Case(string id)
    {
        var parts = id.Split('/');
        var clip = new Clip(parts[1], $"{parts[1]}.mkv", Frames: 90, FramesPerSecond: 30, Width: 640, Height: 360, HasSound: true);
        var job = new Job
        {
            Workload = parts[0],
            Subject = parts[1],
            Setting = EncoderSetting.X264Veryfast,
            Tier = Tier.Quick,
            Inputs = [new JobInput([], clip)],
            LaneCoverage = LaneCoverage.EveryLane,
            Pictures = [],
            Container = [],
            OutputFile = "out.mp4",
            Expected = new ExpectedOutput(clip.Frames, clip.Width, clip.Height, clip.Duration, clip.HasSound, EqualsPortable: true),
        };
        var lane = parts[3].Split('+');
        return new BenchmarkCase(job, lane.Length == 2 ? Lane.Wasm(lane[0], lane[1]) : new Lane(lane[0], null, null));
    }
}
