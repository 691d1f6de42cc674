using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// One change to how a module is built, run or asked, with nothing else changed. Guidance has the same form: there a caller makes the
/// change.
/// </summary>
/// <param name="Id">Its name in thresholds.json, in kebab-case.</param>
/// <param name="Title">What is done, as an imperative that can follow "then".</param>
/// <param name="Interface">What a caller sees of it: the sentence that an implementation spec begins with.</param>
/// <param name="Risk">What can go wrong with it, one sentence.</param>
/// <param name="Apply">
/// The case that a case becomes under it; null where it has no bearing on such a case. The run may lack the new case.
/// </param>
public sealed record Lever(string Id, string Title, string Interface, string Risk, Func<BenchmarkCase, LeverScope, BenchmarkCase?> Apply)
{
    /// <summary>
    /// Where an implementer finds what the suite built to measure it, as Markdown; null where there is nothing to reuse.
    /// </summary>
    public string? Recipe { get; init; }

    /// <summary>Title and id in a sentence: "compile the module as O3-simd128-msa instead of Oz-shipped (module-build)".</summary>
    public string InWords => $"{char.ToLowerInvariant(Title[0])}{Title[1..]} ({Id})";
}
