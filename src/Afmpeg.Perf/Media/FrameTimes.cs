namespace Afmpeg.Perf.Media;

/// <summary>When the frames of a piece of footage are shown, and the constant frame rate that is nearest to it.</summary>
/// <param name="Seconds">The frames' times, ascending, at least one.</param>
public sealed record FrameTimes(ImmutableArray<double> Seconds)
{
    /// <summary>The most frames a second that a clip is given.</summary>
    public const int MostFramesPerSecond = 120;

    // Containers round times to milliseconds, so that neighbouring gaps differ by up to two of them.
    private const double RoundingSeconds = 0.0025;
    private const double NearStandard = 0.005;
    private const double MostUnusual = 0.05;

    private static readonly ImmutableArray<(int Numerator, int Denominator)> Standards =
    [
        (10, 1), (12, 1), (15, 1), (20, 1), (24_000, 1001), (24, 1), (25, 1), (30_000, 1001), (30, 1),
        (48, 1), (50, 1), (60_000, 1001), (60, 1), (100, 1), (120_000, 1001), (120, 1),
    ];

    private ImmutableArray<double> Gaps => [.. Seconds.Zip(Seconds.Skip(1), (one, next) => next - one)];

    // Those as long as the median one.
    private ImmutableArray<double> UsualGaps
    {
        get
        {
            var sorted = Gaps.Sort();
            return [.. sorted.Where(gap => Math.Abs(gap - sorted[sorted.Length / 2]) <= RoundingSeconds)];
        }
    }

    private double Gap => Gaps.IsEmpty ? 0 : IsConstant ? UsualGaps.Average() : Gaps.Average();

    /// <summary>How long the frames last, the last one as long as the others.</summary>
    public double Length => Seconds[^1] - Seconds[0] + Gap;

    /// <summary>How many frames are not as long as most are.</summary>
    public int UnusualFrames => Gaps.Length - UsualGaps.Length;

    /// <summary>Whether the gaps between two frames are equal, but for the few that a frame left out makes longer.</summary>
    public bool IsConstant => UnusualFrames <= MostUnusual * Gaps.Length;

    /// <summary>
    /// The frame rate: that of the usual gap, or the mean where the rate varies; made the standard one that it is within half a percent
    /// of; 25 for a single frame; 1 to 120.
    /// </summary>
    public (int Numerator, int Denominator) Rate
    {
        get
        {
            if (Gap <= 0)
            {
                return (25, 1);
            }

            var measured = Math.Clamp(1 / Gap, 1, MostFramesPerSecond);
            var nearest = Standards.MinBy(rate => Math.Abs(((double)rate.Numerator / rate.Denominator) - measured));
            return Math.Abs(((double)nearest.Numerator / nearest.Denominator / measured) - 1) <= NearStandard
                ? nearest
                : ((int)Math.Round(measured * 1000), 1000);
        }
    }
}
