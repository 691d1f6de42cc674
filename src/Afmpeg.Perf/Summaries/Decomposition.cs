using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>Where the native multiple comes from: threads x asm x sandbox.</summary>
/// <param name="Threads">native-1t against native: what one thread costs.</param>
/// <param name="Assembly">native-portable against native-1t: what hand-written assembly would save.</param>
/// <param name="Sandbox">The module against native-portable: what WebAssembly itself costs.</param>
/// <param name="Remainder">What the medians left over, as a factor: near 1, or the rounds do not fit together.</param>
public sealed record Decomposition(double Threads, double Assembly, double Sandbox, double Remainder)
{
    /// <summary>The product of the factors: the native multiple.</summary>
    public double Product => Threads * Assembly * Sandbox;

    /// <summary>
    /// The factors of a multiple. Each is the median of its own rounds, and medians do not multiply exactly; what is left over, a per
    /// cent or two, is spread evenly over the three so that their product is the multiple.
    /// </summary>
    /// <param name="multiple">The native multiple.</param>
    /// <param name="threads">native-1t against native.</param>
    /// <param name="assembly">native-portable against native-1t.</param>
    /// <param name="sandbox">The lane against native-portable.</param>
    /// <returns>The factors.</returns>
    public static Decomposition Of(Estimate multiple, Estimate threads, Estimate assembly, Estimate sandbox)
    {
        var remainder = multiple.Value / (threads.Value * assembly.Value * sandbox.Value);
        var share = Math.Cbrt(remainder);
        return new Decomposition(threads.Value * share, assembly.Value * share, sandbox.Value * share, remainder);
    }
}
