using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.SelfTests.Harness;

/// <summary>Summaries of cases, so that a rule about limits names only the readings that it is about.</summary>
public static class CaseSummaries
{
    private const string NotAsked = "the rule does not ask for it";

    /// <summary>
    /// A case of eight rounds, by its id transcode/subject/libx264-veryfast/lane and the interval of its native multiple. Its realtime
    /// factor is 2, its peak 100 MiB, its output 1000 bytes.
    /// </summary>
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

    public static Estimate Interval(double low, double value, double high) => new(value, low, high, Count: 8, Level: 0.992);

    /// <summary>Eight rounds whose pseudo-median has an interval, evenly spread on the scale of logarithms.</summary>
    public static ImmutableArray<double> Rounds(double low, double high)
    {
        // Of eight such rounds the third average of two from either end is the second round.
        var step = Math.Log(high / low) / 5;
        return [.. Enumerable.Range(-1, 8).Select(round => low * Math.Exp(round * step))];
    }

    /// <summary>Asserts that two summaries are equal, arrays compared by their elements.</summary>
    public static void ShouldSayTheSameAs(this CaseSummary actual, CaseSummary expected)
    {
        actual.NativeRatios.Should().Equal(expected.NativeRatios);
        actual.RealtimeFactors.Should().Equal(expected.RealtimeFactors);
        actual.ExecuteSeconds.Should().Equal(expected.ExecuteSeconds);
        actual.OutlyingRounds.Should().Equal(expected.OutlyingRounds);
        actual.Incidents.Should().Equal(expected.Incidents);
        var withSameArrays = actual with
        {
            NativeRatios = expected.NativeRatios,
            RealtimeFactors = expected.RealtimeFactors,
            ExecuteSeconds = expected.ExecuteSeconds,
            OutlyingRounds = expected.OutlyingRounds,
            Incidents = expected.Incidents,
        };
        withSameArrays.Should().Be(expected);
    }

    private static BenchmarkCase Case(string id)
    {
        var parts = id.Split('/');
        var clip = new Clip(parts[1], $"{parts[1]}.mkv", Frames: 90, FramesPerSecond: 30, Width: 640, Height: 360, HasSound: true);
        var job = Samples.Job(parts[1]) with
        {
            Workload = parts[0],
            Inputs = [new JobInput([], clip)],
            Expected = new ExpectedOutput(clip.Frames, clip.Width, clip.Height, clip.Duration, clip.HasSound, EqualsPortable: true),
        };
        var lane = parts[3].Split('+') is [var engine, var build] ? Lane.Wasm(engine, build) : new Lane(parts[3], null, null);
        return new BenchmarkCase(job, lane);
    }
}
