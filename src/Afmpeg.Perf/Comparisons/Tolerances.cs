namespace Afmpeg.Perf.Comparisons;

/// <summary>How much two runs of an unchanged tree may differ: nearer than that nothing is called a change.</summary>
public static class Tolerances
{
    /// <summary>
    /// Of a multiple in the verified table, as a fraction: what two builds of equal sources, or two days on one machine, differ by without
    /// anyone's doing.
    /// </summary>
    public const double Speed = 0.05;

    /// <summary>Of a module's size, as a fraction: a compiler's next patch release moves it by less.</summary>
    public const double ModuleSize = 0.01;

    /// <summary>
    /// Of the operations that a module executes, as a fraction. What was seen between counts of the same work is below a millionth: a guest
    /// that asks the time does not always get as many digits.
    /// </summary>
    public const double Operations = 0.001;

    /// <summary>Of a PSNR, in dB: far below what anyone sees. Frames, bytes and digests have none.</summary>
    public const double PsnrDb = 0.05;
}
