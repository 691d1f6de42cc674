using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>openh264 against x264: how many more bits it needs for the same pictures, and how much longer it takes.</summary>
public sealed class EncoderAxis : IAxis
{
    private static readonly string Anchor = EncoderSetting.X264Veryfast.Encoder;

    private const double EnoughOverlap = 0.75;

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var subjects = RateCurve.Of(run).Select(curves => Pairs(run, curves)).Where(pairs => pairs.Length > 0).ToArray();
        return subjects.Length == 0 ? null : AxisTable.Create(
            "encoder",
            "Encoder against encoder",
            AxisText.Join(subjects.Select(Sentence)),
            subjects.SelectMany(pairs => pairs),
            [
                new("subject", "subject", "What was encoded.", pair => AxisText.Place(pair.Test.Job)),
                new("encoder", "encoder", "Encoder and effort.", pair => pair.Test.Tool),
                new("against", "against", "What it is compared with.", pair => pair.Anchor.Tool),
                new("bdRate", "BD-rate", "%",
                    "How many more bits it needs for the same PSNR-Y, by a piecewise cubic (PCHIP) through each curve.",
                    pair => pair.Rate.Select(delta => delta.Value), Figures.Of),
                new("bdRateCubic", "BD-rate, cubic", "%", "The same by one cubic (VCEG-M33).",
                    pair => pair.Bd(BdRate.RateOf, BdInterpolation.Cubic).Select(delta => delta.Value), Figures.Of),
                new("bdPsnr", "BD-PSNR", "dB",
                    "How much better its PSNR-Y is at the same rate, by a piecewise cubic (PCHIP) through each curve.",
                    pair => pair.Bd(BdRate.QualityOf, BdInterpolation.PiecewiseCubic).Select(delta => delta.Value), Figures.Of),
                new("bdPsnrCubic", "BD-PSNR, cubic", "dB", "The same by one cubic (VCEG-M33).",
                    pair => pair.Bd(BdRate.QualityOf, BdInterpolation.Cubic).Select(delta => delta.Value), Figures.Of),
                new("overlap", "overlap", "%",
                    "The range of quality that both curves cover, of that which either does: what BD-rate stands for.",
                    pair => pair.Rate.Select(delta => delta.Overlap * 100), Figures.Of),
                new("time", "time", "x",
                    "How many times as long it takes on the module's lane, over the rounds at all bitrates that both have.",
                    pair => pair.Time),
                new("nativeTime", "time natively", "x", "The same natively (assembly, all threads).",
                    pair => pair.Test.TimesOf(run, pair.Anchor, point => point.Native)),
            ],
            Notes(subjects[0][0].Test));
    }

    private static Pair[] Pairs(AxisInput run, ImmutableArray<RateCurve> curves) =>
    [
        .. from test in curves
           where test.Encoder != Anchor
           from anchor in curves
           where anchor.Encoder == Anchor
           select new Pair(run, test, anchor),
    ];

    private static IEnumerable<string> Notes(RateCurve first)
    {
        yield return $"The module's lane is {first.Points[0].LaneName}. PSNR and bytes have no error: a setting makes the same output in "
            + "every round.";
        if (first.Job.Expected.HasSound)
        {
            yield return "Rates are of whole files. The sound is the same on both sides, so that BD-rate understates how the pictures' "
                + "bits differ.";
        }
    }

    // Against the effort of the reference jobs; where no curve has it, against all there are.
    private static Reading<string> Sentence(Pair[] pairs)
    {
        var chosen = pairs.Any(pair => pair.Anchor.IsReference) ? pairs.Where(pair => pair.Anchor.IsReference) : pairs;
        var clauses = chosen.Select(pair => pair.Rate.Select(delta => Clause(pair, delta))).ToArray();
        var found = AxisText.Found(clauses);
        return found.Length > 0
            ? Reading<string>.Of($"On {AxisText.Place(pairs[0].Test.Job)} ({pairs[0].Test.Points[0].LaneName}) {AxisText.List(found)}")
            : Reading<string>.Unavailable(clauses[0].Reason!);
    }

    private static string Clause(Pair pair, BdDelta delta) =>
        $"{pair.Test.Tool} needs {Figures.Of(Math.Abs(delta.Value))} % {(delta.Value < 0 ? "fewer" : "more")} bits than {pair.Anchor.Tool} "
        + "for the same PSNR-Y"
        + (delta.Overlap < EnoughOverlap ? $" (on the {Figures.Of(delta.Overlap * 100)} % of the quality range that both cover)" : "")
        + pair.Time.Show(ratio => $" and takes {ratio.AsLong()}", reason => $" (time not compared: {reason})");

    private sealed record Pair(AxisInput Run, RateCurve Test, RateCurve Anchor)
    {
        public Reading<BdDelta> Rate => Bd(BdRate.RateOf, BdInterpolation.PiecewiseCubic);

        public Reading<Estimate> Time => Test.TimesOf(Run, Anchor, point => point.Module);

        public Reading<BdDelta> Bd(
            Func<ImmutableArray<RatePoint>, ImmutableArray<RatePoint>, BdInterpolation, Reading<BdDelta>> measure,
            BdInterpolation interpolation) =>
            Anchor.Distortion.Then(anchor => Test.Distortion.Then(test => measure(anchor, test, interpolation)));
    }
}
