using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>What the rows of one case say. A reading that is not there carries its reason.</summary>
public sealed record CaseSummary
{
    /// <summary>The case.</summary>
    public required BenchmarkCase Case { get; init; }

    /// <summary>A wrong output, or runs that broke more than once: the case then has no readings. Null when all is well or nothing ran.</summary>
    public required string? Failure { get; init; }

    /// <summary>Runs that were left out of the readings: one that broke (crash, trap, time limit) once, those in which the machine was suspended.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>Rounds that count.</summary>
    public required int Rounds { get; init; }

    /// <summary>What must be said beside each of its times; null for nothing.</summary>
    public string? Remark => Rounds > 0 && Case.Lane.CompilesEachTime ? Lane.CompilingCounts : null;

    /// <summary>The rounds whose ratio to native (native's: whose time) lies far from the others' by <see cref="Outliers"/>; they are part of every estimate all the same.</summary>
    public ImmutableArray<int> OutlyingRounds { get; init; } = [];

    /// <summary>time(lane) / time(native), by paired rounds.</summary>
    public required Reading<Estimate> NativeMultiple { get; init; }

    /// <summary>That ratio in each of its rounds, in their order; empty where the case has no readings.</summary>
    public ImmutableArray<double> NativeRatios { get; init; } = [];

    /// <summary>How many times as wide the multiple's interval is as if its rounds had nothing in common (<see cref="RoundAutocorrelation"/>): 1 where they lie minutes apart.</summary>
    public double NativeInflationFactor { get; init; } = 1;

    /// <summary>time(lane) / time(native-portable), by paired rounds: what the sandbox costs.</summary>
    public required Reading<Estimate> PortableMultiple { get; init; }

    /// <summary>threads x asm x sandbox; only for lanes that run a module.</summary>
    public required Reading<Decomposition> Decomposition { get; init; }

    /// <summary>Seconds of media per second of the execute phase.</summary>
    public required Reading<Estimate> RealtimeFactor { get; init; }

    /// <summary>That factor in each round, in their order; empty where the case has no readings.</summary>
    public ImmutableArray<double> RealtimeFactors { get; init; } = [];

    /// <summary>Seconds of the execute phase in each round, in their order; empty where the case has no readings.</summary>
    public ImmutableArray<double> ExecuteSeconds { get; init; } = [];

    /// <summary>From module bytes to the first instruction of the guest: compile, load and instantiate of a first run.</summary>
    public required Reading<TimeSpan> ColdStart { get; init; }

    /// <summary>The largest resident set of a run, in bytes, over the rounds: some engines commit memory in one run that they do not in the next.</summary>
    public required Reading<Estimate> PeakResident { get; init; }

    /// <summary>The output's size, the same in every round.</summary>
    public required Reading<ByteCount> OutputSize { get; init; }

    /// <summary>The output's video frames.</summary>
    public required Reading<int> Frames { get; init; }

    /// <summary>The digest of the output's decoded frames.</summary>
    public required Reading<string> FramesDigest { get; init; }

    /// <summary>How much of its pictures the output lost; where nothing was lost, or a job's quality is not measured, the reason says which.</summary>
    public required Reading<PictureQuality> Quality { get; init; }

    /// <summary>Whether the output decodes to the same frames as that of the native build of the same C (<see cref="Lane.Portable"/>).</summary>
    public required Reading<bool> EqualsPortable { get; init; }

    /// <summary>What a 60 s reel of its recipe takes on its lane; only for reels.</summary>
    public Reading<ReelPrediction> Reel { get; init; } = Reading<ReelPrediction>.Unavailable("it is no reel");
}
