using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Decisions;

/// <summary>
/// What a change costs, beside what people rate: read on the reference transcode where it bears on that, else on the first case that it
/// changes.
/// </summary>
/// <param name="DownloadBytes">By how many bytes the module's download grows, with brotli; below 0 where it shrinks.</param>
/// <param name="PeakBytes">
/// By how many bytes memory grows at most, over all jobs that it changes: the largest resident set, of all instances together.
/// </param>
/// <param name="BdRatePercent">How many per cent more bits the same quality takes (PCHIP); 0 where the pictures are the same.</param>
/// <param name="ColdStartSeconds">By how many seconds the time to the guest's first instruction grows in a first run.</param>
public sealed record LeverCosts(
    Reading<double> DownloadBytes, Reading<double> PeakBytes, Reading<double> BdRatePercent, Reading<double> ColdStartSeconds)
{
    /// <summary>A column per cost.</summary>
    internal static ImmutableArray<Column<LeverCosts>> Columns { get; } =
    [
        new("downloadBytes", "download", "bytes", "By how many bytes the module's download grows, with brotli.",
            costs => costs.DownloadBytes, bytes => bytes == 0 ? "0" : $"{(bytes < 0 ? "-" : "+")}{AxisText.Bytes(Math.Abs(bytes))}"),
        new("peakBytes", "memory", "MiB", "By how much memory grows at most, over the jobs, of all instances together.",
            costs => costs.PeakBytes.Select(bytes => bytes / EstimateArithmetic.BytesPerMebibyte), Signed),
        new("bdRate", "BD-rate", "%", "How many more bits the same PSNR-Y takes; 0 where the pictures are the same.",
            costs => costs.BdRatePercent, Signed),
        new("coldStart", "cold start", "s", "By how much the time to the guest's first instruction grows.",
            costs => costs.ColdStartSeconds, Signed),
    ];

    /// <summary>Each cost with its name and unit.</summary>
    public ImmutableArray<(string What, string Value)> InWords() => [.. Columns.Select(column =>
    {
        var cell = column.Cell(this);
        var hasUnit = column.Unit == "bytes" || cell.Number?.Reason is not null;
        return (column.Header, hasUnit ? cell.Text : $"{cell.Text} {column.Unit}");
    })];

    /// <summary>Reads what a change costs off a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="apply">The case that a case becomes under the change; null where it has no bearing on it.</param>
    /// <param name="origins">The cases that it may change.</param>
    /// <returns>The costs, each with its reason where it could not be read.</returns>
    internal static LeverCosts Read(AxisInput run, Func<BenchmarkCase, BenchmarkCase?> apply, ImmutableArray<BenchmarkCase> origins)
    {
        CaseSummary? Find(BenchmarkCase? of) => run.Cases.FirstOrDefault(summary => summary.Case.Id == of?.Id);
        // The reference transcode where the change bears on it; else the batch or the job that it is about.
        (CaseSummary From, CaseSummary To)[] pairs =
        [
            .. origins.OrderByDescending(origin => origin.Job.LaneCoverage == LaneCoverage.EveryLane)
                .Select(origin => (From: Find(origin), To: Find(apply(origin))))
                .Where(pair => pair is { From: not null, To: not null }).Select(pair => (pair.From!, pair.To!)),
        ];
        if (pairs.Length == 0)
        {
            var none = Reading<double>.Unavailable("the run has no pair of cases with and without it");
            return new LeverCosts(none, none, none, none);
        }

        var reference = pairs[0];
        return new LeverCosts(
            Growth(reference, summary => run.Module(summary).Select(module => module.BrotliSize).Number()),
            pairs.Select(pair => Growth(pair, Memory)).MaxBy(growth => growth.TryGet(out var bytes) ? bytes : double.NegativeInfinity)!,
            ReadBdRate(run, reference.From, reference.To),
            Growth(reference, summary => summary.ColdStart.Select(time => time.TotalSeconds)));
    }

    private static Reading<double> Growth((CaseSummary From, CaseSummary To) pair, Func<CaseSummary, Reading<double>> read) =>
        read(pair.From).Then(without => read(pair.To).Select(with => with - without));

    // Of several processes only the largest is known, and all of them work at once.
    private static Reading<double> Memory(CaseSummary summary)
    {
        var processes = summary.Case.Lane is { Mode: LaneMode.Fleet } lane ? lane.Instances : 1;
        return summary.PeakResident.Select(peak => peak.Value * processes);
    }

    private static Reading<double> ReadBdRate(AxisInput run, CaseSummary from, CaseSummary to)
    {
        if (from.Case.Job.Setting == to.Case.Job.Setting)
        {
            return to.EqualsPortable.Then(equal => equal
                ? Reading<double>.Of(0)
                : Reading<double>.Unavailable("its pictures are not those of one instance; its axis says how they differ"));
        }

        var curves = RateCurve.Of(run).SelectMany(subject => subject)
            .Where(curve => AxisText.Place(curve.Job) == AxisText.Place(from.Case.Job)).ToArray();
        RateCurve? Curve(CaseSummary summary) => curves
            .FirstOrDefault(curve => curve.Tool == SettingReading.ToolOf(summary.Case.Job.Setting));
        return Curve(from) is { } anchor && Curve(to) is { } test
            ? anchor.Distortion.Then(one => test.Distortion.Then(other => BdRate.RateOf(one, other)).Select(delta => delta.Value))
            : Reading<double>.Unavailable("there are no bitrates of both settings to compare");
    }

    private static string Signed(double number) => number > 0 ? $"+{Figures.Of(number)}" : Figures.Of(number);
}
