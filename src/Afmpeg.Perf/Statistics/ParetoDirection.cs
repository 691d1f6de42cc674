namespace Afmpeg.Perf.Statistics;

/// <summary>Which end of an objective is better.</summary>
public enum ParetoDirection
{
    /// <summary>Less is better: seconds, bytes.</summary>
    LowerIsBetter,

    /// <summary>More is better: frames per second, quality.</summary>
    HigherIsBetter,
}
