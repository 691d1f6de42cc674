namespace Afmpeg.Perf.Comparisons;

/// <summary>How much two runs of an unchanged tree may differ: nearer than that nothing is called a change.</summary>
public static class Tolerances
{
    /// <summary>Of a multiple, as a fraction: what two builds of equal sources, or two days on one machine, differ by without anyone's doing.</summary>
    public const double Speed = 0.05;

    /// <summary>
    /// Of the time of the lane that both runs divide by, as a fraction. Where that lane itself took more or less, the machine is not in the state in
    /// which it was, and lanes do not follow alike: it took 1.3 to 1.8 times as long on another day, and a multiple of it 1.4 times. Within
    /// an hour of a noisy day it moved by that much in one of eleven comparisons (docs/trust.md).
    /// </summary>
    public const double ReferenceTime = 0.20;

    /// <summary>Of a module's size, as a fraction: a compiler's next patch release moves it by less.</summary>
    public const double ModuleSize = 0.01;

    /// <summary>
    /// Of the operations that a module executes, as a fraction. What was seen between counts of the same work is below a millionth: a guest that asks
    /// the time does not always get as many digits.
    /// </summary>
    public const double Operations = 0.001;

    /// <summary>Of a PSNR, in dB: far below what anyone sees. Frames, bytes and digests have none.</summary>
    public const double PsnrDb = 0.05;

    /// <summary>The chance of calling anything faster or slower in a comparison where nothing is, all of its cases together; as for all limits of a run (Family.Level, and its reason).</summary>
    public const double Level = 0.002;

    /// <summary>The chance of calling a case the same that differs by just the tolerance: two one-sided tests at 5 %, an interval of 90 %.</summary>
    public const double EquivalenceError = 0.05;
}
