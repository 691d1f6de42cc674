using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Matrix;

/// <summary>Whether and when a case of the full cross product is measured.</summary>
/// <param name="Tier">The smallest tier that measures it; or why none does.</param>
/// <param name="Exclusion">The name of the rule that leaves it out; null where it is measured.</param>
public sealed record Placement(Reading<Tier> Tier, string? Exclusion)
{
    /// <summary>A case that is measured.</summary>
    /// <param name="tier">From this tier on.</param>
    /// <returns>The placement.</returns>
    public static Placement From(Tier tier) => new(Reading<Tier>.Of(tier), null);

    /// <summary>A case that no tier measures.</summary>
    /// <param name="exclusion">The rule's name, in kebab-case.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The placement.</returns>
    public static Placement Excluded(string exclusion, string reason) => new(Reading<Tier>.Unavailable(reason), exclusion);
}
