using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Reports.Pages.Parts;

/// <summary>How readers are to take verdicts.</summary>
internal static class Tones
{
    public static Tone Of(Verdict verdict) => verdict switch
    {
        Verdict.Within => Tone.Good,
        Verdict.Exceeded => Tone.Bad,
        Verdict.Inconclusive => Tone.Unsure,
        _ => Tone.Plain,
    };
}
