namespace Afmpeg.Perf.Statistics;

/// <summary>How a curve is drawn through rate-distortion points.</summary>
public enum BdInterpolation
{
    /// <summary>
    /// Piecewise cubic that keeps monotonic points monotonic (PCHIP: F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984),
    /// as the spreadsheets of JCT-VC (JCTVC-E137, 2011) and of JVET's common test conditions compute it.
    /// </summary>
    PiecewiseCubic,

    /// <summary>One cubic polynomial, by least squares where there are more than four points: VCEG-M33 (2001). It may swing between points.</summary>
    Cubic,
}
