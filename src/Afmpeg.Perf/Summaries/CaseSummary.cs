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

    /// <summary>A wrong output, or runs that broke more than once: the case has no readings. Null if all is well or nothing ran.</summary>
    public required string? Failure { get; init; }

    /// <summary>Runs left out of the readings: one that broke (crash, trap, time limit), or in which the machine was suspended.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>Rounds that count.</summary>
    public required int Rounds { get; init; }

    /// <summary>A remark that belongs to each of its times; null for none.</summary>
    public string? Remark => Rounds > 0 && Case.Lane.CompilesEachTime ? Lane.CompilingCounts : null;

    /// <summary>Rounds whose ratio to native (native's time) is an outlier (<see cref="Outliers"/>); estimates include them.</summary>
    public ImmutableArray<int> OutlyingRounds { get; init; } = [];

    /// <summary>time(lane) / time(native), by paired rounds.</summary>
    public required Reading<Estimate> NativeMultiple { get; init; }

    /// <summary>That ratio in each of its rounds, in their order; empty where the case has no readings.</summary>
    public ImmutableArray<double> NativeRatios { get; init; } = [];

    /// <summary>How much wider the multiple's interval is than for independent rounds: <see cref="RoundAutocorrelation"/>.</summary>
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

    /// <summary>The largest resident set of a run, in bytes, over the rounds, between which it may differ.</summary>
    public required Reading<Estimate> PeakResident { get; init; }

    /// <summary>The output's size, the same in every round.</summary>
    public required Reading<ByteCount> OutputSize { get; init; }

    /// <summary>The output's video frames.</summary>
    public required Reading<int> Frames { get; init; }

    /// <summary>The digest of the output's decoded frames.</summary>
    public required Reading<string> FramesDigest { get; init; }

    /// <summary>How much quality the pictures lost; where nothing was lost or quality is not measured, the reason says which.</summary>
    public required Reading<PictureQuality> Quality { get; init; }

    /// <summary>Whether the output decodes to the same frames as that of the native build of this C, <see cref="Lane.Portable"/>.</summary>
    public required Reading<bool> EqualsPortable { get; init; }

    /// <summary>What a 60 s reel of its recipe takes on its lane; only for reels.</summary>
    public Reading<ReelPrediction> Reel { get; init; } = Reading<ReelPrediction>.Unavailable("it is no reel");
}

/// <summary>Where the native multiple comes from: threads x asm x sandbox.</summary>
/// <param name="Threads">native-1t against native: what one thread costs.</param>
/// <param name="Assembly">native-portable against native-1t: what hand-written assembly would save.</param>
/// <param name="Sandbox">The module against native-portable: what WebAssembly itself costs.</param>
/// <param name="Remainder">What the medians left over, as a factor: near 1, or the rounds do not fit together.</param>
public sealed record Decomposition(double Threads, double Assembly, double Sandbox, double Remainder)
{
    /// <summary>The product of the factors: the native multiple.</summary>
    public double Product => Threads * Assembly * Sandbox;

    /// <summary>The factors in words: "threads 1.20 x asm 1.80 x sandbox 2.00".</summary>
    public string InWords => $"threads {Figures.Of(Threads)} x asm {Figures.Of(Assembly)} x sandbox {Figures.Of(Sandbox)}";

    /// <summary>
    /// The factors of a multiple. Each is the median of its own rounds, and medians do not multiply exactly; what is left over, a per cent
    /// or two, is spread evenly over the three so that their product is the multiple.
    /// </summary>
    /// <param name="multiple">The native multiple.</param>
    /// <param name="threads">native-1t against native.</param>
    /// <param name="assembly">native-portable against native-1t.</param>
    /// <param name="sandbox">The lane against native-portable.</param>
    public static Decomposition Of(Estimate multiple, Estimate threads, Estimate assembly, Estimate sandbox)
    {
        var remainder = multiple.Value / (threads.Value * assembly.Value * sandbox.Value);
        var share = Math.Cbrt(remainder);
        return new Decomposition(threads.Value * share, assembly.Value * share, sandbox.Value * share, remainder);
    }
}
