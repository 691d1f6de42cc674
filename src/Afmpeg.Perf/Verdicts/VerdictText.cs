namespace Afmpeg.Perf.Verdicts;

/// <summary>Verdicts as people write them.</summary>
public static class VerdictText
{
    /// <summary>A verdict in a sentence: "not measured".</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Within => "within",
        Verdict.Exceeded => "exceeded",
        Verdict.Inconclusive => "inconclusive",
        _ => "not measured",
    };
}
