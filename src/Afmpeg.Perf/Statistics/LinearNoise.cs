namespace Afmpeg.Perf.Statistics;

/// <summary>How far observations scatter about a line.</summary>
public enum LinearNoise
{
    /// <summary>
    /// In proportion to the observation (weights 1 / y^2). Times of runs scatter so: a noisy host stretches all of a run, its fixed cost too.
    /// A reading that is low by chance weighs a little more, which puts the line lower by about twice the squared relative scatter: 0.2 % at 3 %.
    /// </summary>
    ProportionalToY,

    /// <summary>In proportion to the amount of work (weights 1 / x^2): where the fixed cost is small beside the rest, and without that bias.</summary>
    ProportionalToX,

    /// <summary>The same everywhere: ordinary least squares.</summary>
    Constant,
}
