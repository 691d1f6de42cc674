using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Statistics;

/// <summary>
/// When a module's speed has paid for what its download takes longer than that of the module now in use. A job that the module in use
/// encodes in T seconds takes the other T / ratio: it saves T (1 - 1 / ratio), which is the download's extra seconds at T = extra / (1 - 1
/// / ratio).
/// </summary>
/// <param name="Kind">Whether it pays.</param>
/// <param name="Seconds">
/// Seconds of encoding by the module in use at which both are even; a reason if there is no such time or the error leaves it open.
/// </param>
public sealed record BreakEven(BreakEvenKind Kind, Reading<Estimate> Seconds)
{
    /// <summary>Compares a module with the one in use.</summary>
    /// <param name="extraBytes">How many more bytes its download has, below 0 if it is smaller.</param>
    /// <param name="bitsPerSecond">The connection; above 0.</param>
    /// <param name="speedRatio">How many times as fast it encodes as the module in use: the latter's seconds over its own; above 0.</param>
    public static Reading<BreakEven> Of(long extraBytes, double bitsPerSecond, Estimate speedRatio)
    {
        if (!double.IsFinite(bitsPerSecond) || bitsPerSecond <= 0)
            return Reading<BreakEven>.Unavailable("the connection's rate is not a finite number above 0");

        if (!(speedRatio.Low > 0) || !double.IsFinite(speedRatio.Value) || !double.IsFinite(speedRatio.High))
            return Reading<BreakEven>.Unavailable("the speed ratio is not of finite numbers above 0");

        var extraSeconds = extraBytes * 8.0 / bitsPerSecond;
        var kind = KindOf(extraBytes, speedRatio);
        return Reading<BreakEven>.Of(new BreakEven(kind, SecondsOf(kind, extraSeconds, speedRatio)));
    }

    private static BreakEvenKind KindOf(long extraBytes, Estimate ratio) => extraBytes switch
    {
        > 0 when ratio.Low > 1 => BreakEvenKind.From,
        < 0 when ratio.High < 1 => BreakEvenKind.Until,
        >= 0 when ratio.High <= 1 => BreakEvenKind.Never,
        0 when ratio.Low > 1 => BreakEvenKind.Always,
        < 0 when ratio.Low >= 1 => BreakEvenKind.Always,
        _ => BreakEvenKind.Undecided,
    };

    private static Reading<Estimate> SecondsOf(BreakEvenKind kind, double extraSeconds, Estimate ratio) => kind switch
    {
        BreakEvenKind.Always => Reading<Estimate>.Unavailable("always ahead: no larger and no slower"),
        BreakEvenKind.Never => Reading<Estimate>.Unavailable("never pays: no smaller and no faster"),
        BreakEvenKind.Undecided => Reading<Estimate>.Unavailable($"left open: {ratio} times as fast may be faster or not"),

        // The bigger the difference in speed, the sooner: with a larger and faster module the ratio's ends change places.
        BreakEvenKind.From => Reading<Estimate>.Of(ratio with
        {
            Value = Even(extraSeconds, ratio.Value),
            Low = Even(extraSeconds, ratio.High),
            High = Even(extraSeconds, ratio.Low),
        }),
        _ => Reading<Estimate>.Of(ratio.Map(end => Even(extraSeconds, end))),
    };

    private static double Even(double extraSeconds, double ratio) => extraSeconds / (1 - (1 / ratio));
}

/// <summary>Whether a module's speed pays for its download.</summary>
public enum BreakEvenKind
{
    /// <summary>It is ahead from the start: no larger and faster, or smaller and no slower.</summary>
    Always,

    /// <summary>It is larger and faster: ahead once it has encoded long enough.</summary>
    From,

    /// <summary>It is smaller and slower: ahead until it has encoded too long.</summary>
    Until,

    /// <summary>It is never ahead: no smaller and no faster.</summary>
    Never,

    /// <summary>Whether it is faster is within the measurement's error.</summary>
    Undecided,
}
