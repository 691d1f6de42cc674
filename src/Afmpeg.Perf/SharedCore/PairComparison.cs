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
/// <param name="PairCount">How many pairs are compared together.</param>
public sealed record PairComparison(string Job, string Before, string After, IReadOnlyList<double> Logs, double Tolerance, int PairCount)
{
    /// <summary>Why it was not measured; null where it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether it was not measured because B failed, and not A or the machine.</summary>
    public bool HasAfterFailed { get; init; }

    /// <summary>
    /// Whether A and B are one lane of two trees, whose outputs must be equal. Unlike lanes may differ: sound, for one, is floating-point
    /// work.
    /// </summary>
    public bool IsOneLane { get; init; }

    /// <summary>What differs of their outputs, in words.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>What to know of the times of A or B: that they include compiling.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>B's processor time divided by A's, with its interval of 95 %: above 1 where B is slower.</summary>
    public Reading<Estimate> Change => Interval(MeanInterval.Reported);

    /// <summary>
    /// Slower or faster where an interval that is wide enough for all looks at all pairs together (<see cref="PairLooks.Level"/>) lies
    /// wholly beyond the tolerance; the same where that of two one-sided tests lies wholly within it (D. J. Schuirmann, Journal of
    /// Pharmacokinetics and Biopharmaceutics 15, 1987).
    /// </summary>
    public SpeedVerdict Verdict =>
        !Strict.TryGet(out var strict) || !Equivalence.TryGet(out var equivalence) ? SpeedVerdict.CannotTell
        : strict.Low > 1 + Tolerance ? SpeedVerdict.Slower
        : strict.High < 1 / (1 + Tolerance) ? SpeedVerdict.Faster
        : equivalence.Low >= 1 / (1 + Tolerance) && equivalence.High <= 1 + Tolerance ? SpeedVerdict.Same
        : SpeedVerdict.CannotTell;

    /// <summary>Whether B is slower, failed, or makes another output than the same lane of another tree.</summary>
    public bool HasRegressed => Verdict == SpeedVerdict.Slower || HasAfterFailed || (IsOneLane && Differences.Length > 0);

    /// <summary>The same without a measurement.</summary>
    public PairComparison Failing(LaneFault fault) => this with { Failure = $"{fault}", HasAfterFailed = fault.Lane == After };

    /// <summary>The verdict in words: "cannot tell".</summary>
    public string Words => Failure is not null ? "not measured"
        : Verdict == SpeedVerdict.CannotTell ? "cannot tell"
        : $"{Verdict}".ToLowerInvariant();

    /// <summary>The change in words: "+1.1 % [+0.9 %, +1.3 %]"; "-" where there is none.</summary>
    public string ChangeText => Change.Show(change => $"{PercentText.Change(change.Value, 2)} {Ends(change)}", _ => "-");

    /// <summary>Why that is the verdict.</summary>
    public string Why => Failure ?? (Verdict switch
    {
        SpeedVerdict.Slower or SpeedVerdict.Faster => "all of its "
            + Strict.Show(strict => $"{strict.Level * 100:0.####} % interval {Ends(strict)}", reason => reason) + $" lies beyond {Allowed}",
        SpeedVerdict.Same => $"its interval lies within {Allowed}",
        _ => Change.Show(
            _ => $"its interval reaches across {Allowed}; more time (--budget), a longer job or a wider --tolerance would tell",
                reason => reason),
    });

    /// <summary>What differs between two outputs of one job.</summary>
    public static ImmutableArray<string> DifferencesOf(OutputFacts? before, OutputFacts? after) => before is null || after is null ? []
        : OutputDifferences.Of(
            (before.Frames, before.Size?.Bytes, before.FramesDigest), (after.Frames, after.Size?.Bytes, after.FramesDigest));

    private static string Ends(Estimate change) => $"[{PercentText.Change(change.Low, 2)}, {PercentText.Change(change.High, 2)}]";

    private string Allowed => PercentText.Of(Tolerance);

    private Reading<Estimate> Strict => Interval(1 - (PairLooks.Level / PairCount / PairLooks.Looks.Count));

    private Reading<Estimate> Equivalence => Interval(1 - (2 * PairLooks.EquivalenceError / PairLooks.Looks.Count));

    private Reading<Estimate> Interval(double level) =>
        Failure is null ? MeanInterval.Of(Logs, level).Select(estimate => estimate.Map(Math.Exp)) : Reading<Estimate>.Unavailable(Failure);
}

/// <summary>How the processor time of one lane (B) compares with that of another (A).</summary>
public enum SpeedVerdict
{
    /// <summary>B takes less, by more than the tolerance.</summary>
    Faster,

    /// <summary>B takes more, by more than the tolerance.</summary>
    Slower,

    /// <summary>Both are shown to take the same within the tolerance; not merely no difference shown.</summary>
    Same,

    /// <summary>None of these is shown.</summary>
    CannotTell,
}

/// <summary>Pairs of lanes that were compared on one core each.</summary>
/// <param name="Machine">The machine, in one line.</param>
/// <param name="Windows">The file that has their windows.</param>
/// <param name="Pairs">The pairs, in the order in which they were measured.</param>
public sealed record PairReport(string Machine, string Windows, ImmutableArray<PairComparison> Pairs)
{
    /// <summary>Whether a B is slower, failed, or makes another output than the same lane of another tree.</summary>
    public bool HasRegressed => Pairs.Any(pair => pair.HasRegressed);

    /// <summary>How a command that made this report ends: exceeded for a regression, missing where no pair could be measured.</summary>
    public ExitStatus Status => HasRegressed ? ExitStatus.Exceeded
        : Pairs.All(pair => pair.Failure is not null) ? ExitStatus.Missing
        : ExitStatus.Within;

    /// <summary>How many pairs got which verdict, in one line.</summary>
    public string Summary => string.Join(", ",
    [
        .. Pairs.CountBy(pair => pair.Words).Select(verdict => $"{verdict.Value} {verdict.Key}"),
        $"{Pairs.Count(pair => pair.Differences.Length > 0)} with another output (tolerance {PercentText.Of(Pairs[0].Tolerance)}, "
            + $"{CountText.Of(Pairs.Sum(pair => pair.Logs.Count), "window")})",
    ]);
}
