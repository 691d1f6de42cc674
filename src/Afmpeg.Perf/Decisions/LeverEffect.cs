using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Decisions;

/// <summary>What a lever or a piece of guidance does to one limit.</summary>
/// <param name="Shipped">The limit on the case as upstream ships it.</param>
/// <param name="Without">The limit on the case that the change starts from: for a lever, with all adopted guidance in place.</param>
/// <param name="With">
/// The limit on the case after the change; null where the change has no bearing on it, or the run did not plan that case.
/// </param>
public sealed record LeverEffect(Finding Shipped, Finding Without, Finding? With)
{
    /// <summary>Where the change leaves the limit.</summary>
    public Finding Result => With ?? Without;

    /// <summary>Exceeded without the change, and within with it.</summary>
    public bool IsRescued => Without.Verdict == Verdict.Exceeded && With?.Verdict == Verdict.Within;

    /// <summary>
    /// Within without the change, and no longer surely within with it: doubt counts against a change as it counts for one.
    /// </summary>
    public bool IsBroken => Without.Verdict == Verdict.Within && With is { Verdict: not Verdict.Within };

    /// <summary>Within without the change, and surely exceeded with it.</summary>
    public bool IsSurelyBroken => Without.Verdict == Verdict.Within && With?.Verdict == Verdict.Exceeded;

    /// <summary>Not surely within without the change, and surely within with it.</summary>
    public bool IsKept => Without.Verdict != Verdict.Within && With?.Verdict == Verdict.Within;

    /// <summary>Whether more rounds might show that the change keeps a limit that is not surely within without it.</summary>
    public bool MayBeKept =>
        Without.Verdict != Verdict.Within && With?.Verdict is Verdict.Within or Verdict.Inconclusive or Verdict.NotMeasured;
}
