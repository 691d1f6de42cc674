using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Comparisons;

/// <summary>
/// Judges the change of a case's speed. A difference is claimed where it is shown for all compared cases together and is larger than the
/// tolerance; equality where two one-sided tests put it within the tolerance (D. J. Schuirmann, Journal of Pharmacokinetics and
/// Biopharmaceutics 15, 1987): the interval of 90 % lies wholly within. Between the two nothing is claimed.
/// </summary>
/// <remarks>
/// What rounds scatter by is in the test already. The noise floor, which is native against itself, adds to it where native is one of the two
/// lanes: on a noisy host its ratios differ more from run to run than their rounds tell, those to native-portable do not
/// (docs/trust.md, Ten runs in a row). Equality of such ratios asks besides that the host can show native to equal itself, as an equivalence trial
/// asks for assay sensitivity (ICH E10, 2000, section 1.5): a floor above the tolerance says that it cannot.
/// Nor is a difference claimed where the lane that both runs divide by has itself become slower or faster by more than
/// <see cref="Tolerances.ReferenceTime"/>: what rounds of one run scatter by knows nothing of another day.
/// </remarks>
/// <param name="Tolerance">The tolerance as a fraction, above 0.</param>
/// <param name="NoiseFloor">The larger noise floor of both runs, as a fraction; 0 where neither was measured.</param>
/// <param name="Family">How many cases are compared.</param>
internal sealed record SpeedJudgement(double Tolerance, double NoiseFloor, int Family)
{
    /// <summary>The verdict and why.</summary>
    /// <param name="difference">The difference of mean log ratios, B less A: above 0 where B is slower.</param>
    /// <param name="chance">Its two-sided chance, adjusted for the family.</param>
    /// <param name="isOfNative">Whether native is one of the two lanes of the ratio.</param>
    /// <param name="reference">How many times as long the lane that both runs divide by took in B as in A; 1 where that is not known.</param>
    /// <returns>Both.</returns>
    public (SpeedVerdict Verdict, string Why) Of(WelchDifference difference, double chance, bool isOfNative, double reference)
    {
        var size = Math.Exp(Math.Abs(difference.Value)) - 1;
        var equivalence = difference.Interval(1 - (2 * Tolerances.EquivalenceError)).Map(Math.Exp);
        var isShown = size > Tolerance && chance <= Tolerances.Level;
        var isWithin = Math.Max(equivalence.High, 1 / equivalence.Low) - 1 <= Tolerance;
        var isInOtherState = Math.Max(reference, 1 / reference) - 1 > Tolerances.ReferenceTime;
        if (isShown && !isInOtherState && (!isOfNative || size > NoiseFloor))
        {
            return (difference.Value > 0 ? SpeedVerdict.Slower : SpeedVerdict.Faster, $"beyond {PercentText.Of(Tolerance)}; by chance with probability {Shown(chance)} among {Cases}");
        }

        return isWithin && (!isOfNative || NoiseFloor <= Tolerance)
            ? (SpeedVerdict.Same, $"{Interval(equivalence)} lies within {PercentText.Of(Tolerance)}")
            : (SpeedVerdict.CannotTell,
                isInOtherState && size > Tolerance ? InOtherState(reference, isShown)
                : isShown ? Hidden
                : isWithin ? Uncontrolled(equivalence)
                : WhyNot(difference, size, chance, equivalence));
    }

    private static string InOtherState(double reference, bool isShown) =>
        $"{(isShown ? "shown" : "beyond the tolerance")}, but the lane that both divide by took {Figures.Of(reference)} times as long as in A: the machine, or that lane, is not what it was; "
        + "both measured by turns (compare --against) would tell";

    private string Hidden => $"shown, but no larger than what these hosts tell native from itself ({PercentText.Of(NoiseFloor)}), which is one of its lanes; a quieter host would tell";

    private string Uncontrolled(Estimate equivalence) =>
        $"{Interval(equivalence)} lies within {PercentText.Of(Tolerance)}, but these hosts tell even native from itself ({PercentText.Of(NoiseFloor)}); a quieter host would tell";

    private string WhyNot(WelchDifference difference, double size, double chance, Estimate equivalence) => size > Tolerance
        ? $"beyond {PercentText.Of(Tolerance)}, but by chance with probability {Shown(chance)} among {Cases} (at most {Tolerances.Level} counts); "
            + More(difference.RoundsToShow(Math.Abs(difference.Value), Tolerances.Level / Family / 2))
        : $"{Interval(equivalence)} reaches beyond {PercentText.Of(Tolerance)}; "
            + More(difference.RoundsToShow(Math.Log(1 + Tolerance) - Math.Abs(difference.Value), Tolerances.EquivalenceError));

    private static string Interval(Estimate equivalence) => $"the 90 % interval [{PercentText.Change(equivalence.Low)}, {PercentText.Change(equivalence.High)}]";

    private static string More(int? rounds) => rounds is null
        ? "more rounds than are worth their time (200) would be needed"
        : $"about {CountText.Of(rounds.Value, "round")} in each run would tell";

    private static string Shown(double chance) => chance < 0.0001 ? "below 0.0001" : $"{chance:0.####}";

    private string Cases => CountText.Of(Family, "case");
}
