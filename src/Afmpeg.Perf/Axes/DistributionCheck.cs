using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>
/// The ffmpeg that the distribution installs against our native build: whether the denominator of every multiple is what people run.
/// </summary>
public sealed class DistributionCheck : IAxis
{
    private const double Least = 0.9;
    private const double Most = 1.1;

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var checks = run.Cases.Where(summary => summary.Case.Lane == Lane.Distribution).ToArray();
        Reading<ByteCount> NativeSize(CaseSummary check) =>
            run.Find(check.Case.Job, Lane.Native)?.OutputSize ?? Reading<ByteCount>.Unavailable("native was not run");
        return checks.Length == 0 ? null : AxisTable.Create(
            "distribution",
            "Our native build against the distribution's",
            AxisText.Join(checks.Select(check => check.NativeMultiple.Select(multiple => Sentence(run, check, multiple)))),
            checks,
            [
                new("job", "job", "What was run.", check => check.Case.Job.Id),
                new("multiple", "distribution / native", "x",
                    "The distribution's time against our native build's, both with assembly and all threads, by paired rounds.",
                    check => check.NativeMultiple),
                new("distributionBytes", "its output", "bytes", "The size of the distribution's output.",
                    check => check.OutputSize.Number(), Exactly),
                new("nativeBytes", "our output", "bytes", "The size of our native build's output.",
                    check => NativeSize(check).Number(), Exactly),
                new("verdict", "within 10 %", "Whether the interval lies within 0.9 and 1.1.", check => check.NativeMultiple.Show(
                    multiple => IsWithin(multiple) ? "yes" : IsBeyond(multiple) ? "no" : "undecided", _ => "not measured")),
            ],
            "Which ffmpeg and which encoder took part on either side is under Versions.");
    }

    private static string Exactly(double bytes) => bytes.ToString(CultureInfo.InvariantCulture);

    private static bool IsWithin(Estimate multiple) => multiple is { Low: >= Least, High: <= Most };

    private static bool IsBeyond(Estimate multiple) => multiple is { High: < Least } or { Low: > Most };

    private static string Sentence(AxisInput run, CaseSummary check, Estimate multiple)
    {
        var fact = $"On {AxisText.Place(check.Case.Job)} the distribution's ffmpeg takes {multiple} times our native build's time";
        return IsWithin(multiple) ? $"{fact}: within 10 %, so that multiples of native are multiples of what people run"
            : IsBeyond(multiple) ? $"{fact}: beyond 10 %, so that multiples of native are not multiples of what people run; "
                + $"{Explanation(run, check)}"
            : $"{fact}: whether that is within 10 % is open, and more rounds decide it";
    }

    private static string Explanation(AxisInput run, CaseSummary check)
    {
        var native = run.Find(check.Case.Job, Lane.Native)?.FramesDigest;
        return native is null || !native.TryGet(out var ours) || !check.FramesDigest.TryGet(out var theirs)
            ? "another version of FFmpeg or of the encoder may explain it (see Versions)"
            : ours == theirs
                ? "both made the same frames, so that the compiler's flags or the number of threads may explain it"
                : "the frames differ, so that another version of the encoder may explain it (see Versions), or its thread count";
    }
}
