using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a lever does to one limit on one case of what upstream ships.</summary>
/// <param name="Today">The limit on what is shipped.</param>
/// <param name="With">The same limit on the case that it becomes under the lever; null where the lever has no bearing on it, or the run did not plan that case.</param>
public sealed record LeverEffect(Finding Today, Finding? With)
{
    /// <summary>Exceeded today, and within with the lever.</summary>
    public bool IsRescued => Today.Verdict == Verdict.Exceeded && With?.Verdict == Verdict.Within;

    /// <summary>Within today, and exceeded with the lever.</summary>
    public bool IsBroken => Today.Verdict == Verdict.Within && With?.Verdict == Verdict.Exceeded;

    /// <summary>Whether the limit, which is not surely within today, is surely within with the lever.</summary>
    public bool IsKept => Today.Verdict != Verdict.Within && With?.Verdict == Verdict.Within;

    /// <summary>Whether more rounds might show that the lever keeps the limit, which is not surely within today.</summary>
    public bool MayBeKept => Today.Verdict != Verdict.Within && With?.Verdict is Verdict.Within or Verdict.Inconclusive or Verdict.NotMeasured;
}
