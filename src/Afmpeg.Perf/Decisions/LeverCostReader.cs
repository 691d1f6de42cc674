using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>Reads what a lever costs off a run.</summary>
internal static class LeverCostReader
{
    /// <summary>What a lever costs.</summary>
    /// <param name="run">The run.</param>
    /// <param name="apply">The case that a case becomes under the lever; null where it has no bearing on it.</param>
    /// <param name="origins">The cases that it may change.</param>
    /// <returns>The costs, each with its reason where it could not be read.</returns>
    public static LeverCosts Of(AxisInput run, Func<BenchmarkCase, BenchmarkCase?> apply, ImmutableArray<BenchmarkCase> origins)
    {
        // The reference transcode where the lever bears on it; else the batch or the job that it is about.
        var pair = origins.OrderByDescending(origin => origin.Job.LaneCoverage == LaneCoverage.EveryLane)
            .Select(origin => (From: Find(run, origin), To: Find(run, apply(origin)))).FirstOrDefault(pair => pair.From is not null && pair.To is not null);
        if (pair.From is null || pair.To is null)
        {
            var none = Reading<double>.Unavailable("the run has no pair of cases with and without it");
            return new LeverCosts(none, none, none, none);
        }

        return new LeverCosts(
            Difference(Download(run, pair.From), Download(run, pair.To)),
            Difference(Memory(pair.From), Memory(pair.To)),
            BdRatePercent(run, pair.From, pair.To),
            Difference(ColdStart(pair.From), ColdStart(pair.To)));
    }

    private static CaseSummary? Find(AxisInput run, BenchmarkCase? benchmarkCase) => run.Cases.FirstOrDefault(summary => summary.Case.Id == benchmarkCase?.Id);

    private static Reading<double> Difference(Reading<double> today, Reading<double> with) => today.Then(origin => with.Select(to => to - origin));

    private static Reading<double> Download(AxisInput run, CaseSummary summary)
    {
        var (build, flavour) = (summary.Case.Lane.Build, summary.Case.Job.Setting.Flavour);
        return run.Modules.FirstOrDefault(module => module.Build == build && module.Flavour == flavour) is { } module
            ? Reading<double>.Of(module.BrotliSize.Bytes)
            : Reading<double>.Unavailable($"{flavour}+{build} was not at hand to be weighed");
    }

    // Of several processes only the largest is known, and all of them work at once.
    private static Reading<double> Memory(CaseSummary summary)
    {
        var processes = summary.Case.Lane is { Mode: LaneMode.Fleet } lane ? lane.Instances : 1;
        return summary.PeakResident.Select(peak => peak.Value * processes);
    }

    private static Reading<double> ColdStart(CaseSummary summary) => summary.ColdStart.Select(time => time.TotalSeconds);

    private static Reading<double> BdRatePercent(AxisInput run, CaseSummary origin, CaseSummary to)
    {
        if (origin.Case.Job.Setting == to.Case.Job.Setting)
        {
            return to.EqualsPortable.Then(equal => equal
                ? Reading<double>.Of(0)
                : Reading<double>.Unavailable("its pictures are not those of one instance; its axis says how they differ"));
        }

        var curves = RateCurve.Of(run).FirstOrDefault(subject => AxisText.Place(subject[0].Job) == AxisText.Place(origin.Case.Job));
        var (anchor, test) = (Curve(curves, origin.Case.Job.Setting), Curve(curves, to.Case.Job.Setting));
        return anchor is null || test is null
            ? Reading<double>.Unavailable("there are no bitrates of both settings to compare")
            : anchor.Distortion.Then(one => test.Distortion.Then(other => BdRate.RateOf(one, other)).Select(delta => delta.Value));
    }

    private static RateCurve? Curve(ImmutableArray<RateCurve> curves, EncoderSetting setting) =>
        curves.IsDefault ? null : curves.FirstOrDefault(curve => curve.Tool == SettingReading.ToolOf(setting));
}
