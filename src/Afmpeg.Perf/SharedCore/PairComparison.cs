using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.SharedCore;

/// <summary>Two lanes that shared a core, A and B, and how B's processor time compares with A's.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Before">A's name.</param>
/// <param name="After">B's name.</param>
/// <param name="Logs">The log of B's processor time divided by A's, of each window.</param>
/// <param name="Tolerance">How much it may change, as a fraction above 0.</param>
/// <param name="FamilyWiseError">How many pairs are compared together.</param>
public sealed record PairComparison(string Job, string Before, string After, IReadOnlyList<double> Logs, double Tolerance, int FamilyWiseError)
{
    /// <summary>Why it was not measured; null where it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it was not measured because B failed, and not A or the machine.</summary>
    public bool HasAfterFailed { get; init; }

    /// <summary>Whether A and B are one lane of two trees, whose outputs must be equal. Unlike lanes may differ: sound, for one, is floating-point work.</summary>
    public bool IsOneLane { get; init; }

    /// <summary>What differs of their outputs, in words.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>B's processor time divided by A's, with its interval of 95 %: above 1 where B is slower.</summary>
    public Reading<Estimate> Change => Interval(MeanInterval.Reported);

    /// <summary>
    /// Slower or faster where an interval lies wholly beyond the tolerance that is wide enough for all looks at all pairs together (<see cref="PairLooks.Level"/>);
    /// the same where that of two one-sided tests lies wholly within it (D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
    /// </summary>
    public SpeedVerdict Verdict =>
        !Strict.TryGet(out var strict) || !Interval(1 - (2 * PairLooks.EquivalenceError / PairLooks.Looks.Count)).TryGet(out var equivalence) ? SpeedVerdict.CannotTell
        : strict.Low > 1 + Tolerance ? SpeedVerdict.Slower
        : strict.High < 1 / (1 + Tolerance) ? SpeedVerdict.Faster
        : equivalence.Low >= 1 / (1 + Tolerance) && equivalence.High <= 1 + Tolerance ? SpeedVerdict.Same
        : SpeedVerdict.CannotTell;

    /// <summary>Whether B is slower, failed, or makes another output than the same lane of another tree.</summary>
    public bool HasRegressed => Verdict == SpeedVerdict.Slower || HasAfterFailed || (IsOneLane && Differences.Length > 0);

    /// <summary>The same without a measurement.</summary>
    /// <param name="fault">The lane that failed.</param>
    /// <returns>The comparison.</returns>
    public PairComparison Failing(LaneFault fault) => this with { Failure = $"{fault}", HasAfterFailed = fault.Lane == After };

    /// <summary>The verdict in words: "cannot tell".</summary>
    public string Words => Failure is not null ? "not measured" : Verdict == SpeedVerdict.CannotTell ? "cannot tell" : $"{Verdict}".ToLowerInvariant();

    /// <summary>The change in words: "+1.1 % [+0.9 %, +1.3 %]"; "-" where there is none.</summary>
    public string ChangeText => Change.Show(Text, _ => "-");

    /// <summary>Why that is the verdict.</summary>
    public string Why => Failure ?? (Verdict switch
    {
        SpeedVerdict.Slower or SpeedVerdict.Faster => $"all of its {Strict.Show(strict => $"{strict.Level * 100:0.####} % interval [{PercentText.Change(strict.Low, 2)}, {PercentText.Change(strict.High, 2)}]", reason => reason)} lies beyond {Allowed}",
        SpeedVerdict.Same => $"its interval lies within {Allowed}",
        _ => Change.Show(_ => $"its interval reaches across {Allowed}; more time (--budget), a longer job or a wider --tolerance would tell", reason => reason),
    });

    /// <summary>What differs between two outputs of one job.</summary>
    /// <param name="before">A's; null where it was not looked at.</param>
    /// <param name="after">B's.</param>
    /// <returns>A sentence each.</returns>
    public static ImmutableArray<string> DifferencesOf(OutputFacts? before, OutputFacts? after) =>
        before is null || after is null ? []
        :
        [
            .. before.Frames == after.Frames ? (string[])[] : [$"{before.Frames} frames, then {after.Frames}"],
            .. before.FramesDigest == after.FramesDigest ? (string[])[] : ["the pictures differ"],
            .. before.Size == after.Size ? (string[])[] : [$"{before.Size?.Bytes} bytes, then {after.Size?.Bytes}"],
        ];

    private static string Text(Estimate change) => $"{PercentText.Change(change.Value, 2)} [{PercentText.Change(change.Low, 2)}, {PercentText.Change(change.High, 2)}]";

    private string Allowed => PercentText.Of(Tolerance);

    private Reading<Estimate> Strict => Interval(1 - (PairLooks.Level / FamilyWiseError / PairLooks.Looks.Count));

    private Reading<Estimate> Interval(double level) =>
        Failure is null ? MeanInterval.Of(Logs, level).Select(estimate => estimate.Map(Math.Exp)) : Reading<Estimate>.Unavailable(Failure);
}
