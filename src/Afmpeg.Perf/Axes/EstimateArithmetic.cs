using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>What becomes of intervals when numbers are combined, turned over, or shown.</summary>
internal static class EstimateArithmetic
{
    /// <summary>What a number of bytes is divided by to be in MiB.</summary>
    public const double BytesPerMebibyte = 1024 * 1024;

    /// <summary>A number without error.</summary>
    public static Estimate Exact(double value) => new(value, value, value, 1, Level: 1);

    /// <summary>The estimate on a scale that falls where its own rises: the interval's ends change places.</summary>
    public static Estimate MapFalling(this Estimate estimate, Func<double, double> map) =>
        estimate with { Value = map(estimate.Value), Low = map(estimate.High), High = map(estimate.Low) };

    /// <summary>Whether a ratio's interval tells it apart from 1.</summary>
    public static bool TellsApart(this Estimate ratio) => ratio.Low > 1 || ratio.High < 1;

    /// <summary>A share in per cent.</summary>
    public static Estimate InPercent(this Estimate share) => share.Map(value => 100 * value);

    /// <summary>Bytes in MiB.</summary>
    public static Estimate InMebibytes(this Estimate bytes) => bytes.Map(value => value / BytesPerMebibyte);

    /// <summary>Value, unit and interval, as a sentence has them: "61 % [58, 64]".</summary>
    public static string With(this Estimate estimate, string unit) =>
        $"{Figures.Of(estimate.Value)} {unit} [{Figures.Of(estimate.Low)}, {Figures.Of(estimate.High)}]";
}
