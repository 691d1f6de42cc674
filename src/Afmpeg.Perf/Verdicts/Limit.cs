using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Verdicts;

/// <summary>A limit: what some consumer can accept.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Profile">The consumer whose limit it is.</param>
/// <param name="Cases">The cases that it judges.</param>
/// <param name="Metric">What it judges of them.</param>
/// <param name="AtMost">The largest value within; null where <paramref name="AtLeast"/> is given.</param>
/// <param name="AtLeast">The smallest value within; null where <paramref name="AtMost"/> is given.</param>
/// <param name="Unit">The unit of either.</param>
/// <param name="Rationale">Why this number.</param>
/// <param name="Basis">Whose number it is.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Where">File and line of the limit, such as thresholds.json:31.</param>
public sealed record Limit(
    string Id, ConsumerProfile Profile, Glob Cases, Metric Metric, double? AtMost, double? AtLeast, string Unit, string Rationale,
        LimitBasis Basis, string Source, string Where)
{
    /// <summary>Whose number it is, in words that fit behind it.</summary>
    public string Whose => Basis switch
    {
        LimitBasis.Consumer => "a consumer's number",
        LimitBasis.Published => "a published number",
        _ => "this suite's assumption",
    };

    /// <summary>The bound in words, behind the metric's name: "at most 8", "at least 0.1".</summary>
    public string Bound => AtMost is { } most
        ? $"at most {MetricFacts.ShowLimit(Metric, most)}"
        : $"at least {MetricFacts.ShowLimit(Metric, AtLeast ?? 0)}";

    /// <summary>Metric and bound in words: "native multiple at most 8".</summary>
    public string InWords => $"{MetricFacts.NameOf(Metric)} {Bound}";

    /// <summary>How far along the limit a value lies: 1 is at the limit, more is beyond it.</summary>
    public double RatioOf(double value) =>
        AtMost is { } most ? value / most : value > 0 ? AtLeast!.Value / value : double.PositiveInfinity;

    /// <summary>Whether it judges a case: one that its pattern fits, unless the case measures another FFmpeg beside the suite's.</summary>
    public bool Judges(BenchmarkCase benchmarkCase) => !benchmarkCase.Lane.IsReferenceOnly && Cases.Matches(benchmarkCase.Id);
}

/// <summary>Whose number a limit is, the firmest first: reports rank limits by it.</summary>
public enum LimitBasis
{
    /// <summary>A consumer's own: its code, its configuration or its documentation says the number.</summary>
    Consumer,

    /// <summary>Published research or a figure that somebody measured and published.</summary>
    Published,

    /// <summary>This suite's assumption, until a consumer names a number.</summary>
    Assumed,
}
