using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Summaries;

/// <summary>From rows to what they say, case by case: a pure function of the rows.</summary>
public static class Summary
{
    /// <summary>Summarises cases.</summary>
    /// <param name="cases">The cases, with the baselines of their jobs.</param>
    /// <param name="reasonHere">Why a case's lane could not run; null where it could.</param>
    /// <param name="rows">The rows of one run.</param>
    public static ImmutableArray<CaseSummary> Of(
        IEnumerable<BenchmarkCase> cases, Func<BenchmarkCase, string?> reasonHere, IEnumerable<Measurement> rows)
    {
        var written = rows.ToImmutableArray();
        var voided = written.Where(row => row.IsVoided).ToLookup(row => row.Case);
        var all = written.RemoveAll(row => row.IsVoided);
        var byCase = all.ToLookup(row => row.Case);
        var selected = cases.ToImmutableArray();
        // Flavours of one lane are different modules, and lanes that differ in what the host checks have the same code: the first of them
        // compiled it.
        static (string, string) Code(BenchmarkCase one) => (one.Lane.Code, one.Job.Setting.Flavour);
        var codes = selected.DistinctBy(one => one.Id).ToDictionary(one => one.Id, Code);
        var byCode = all.Where(row => codes.ContainsKey(row.Case)).ToLookup(row => codes[row.Case]);
        var summaries = selected
            .Select(one => Summarize(one, reasonHere(one), byCase, byCode[Code(one)],
                CaseFaults.Voided(voided[one.Id])))
            .ToImmutableArray();
        return [.. summaries.Select(
            summary => ReelJobs.IsReel(summary.Case.Job) ? summary with { Reel = Reel(summary, summaries, byCase) } : summary)];
    }

    /// <summary>The rows of a case that its readings rest on.</summary>
    /// <returns>The rows in order of their rounds; none where the case failed.</returns>
    public static ImmutableArray<Measurement> Counted(CaseSummary summary, IEnumerable<Measurement> rows)
    {
        var id = summary.Case.Id;
        return summary.Failure is null ? [.. Counted(rows.Where(row => row.Case == id)).OrderBy(row => row.Round)] : [];
    }

    /// <summary>Those of some rows that are rounds which ended well.</summary>
    internal static ImmutableArray<Measurement> Counted(IEnumerable<Measurement> rows) =>
        [.. rows.Where(row => !row.Warmup && row is { Outcome: Outcome.Ok, ExecuteSeconds: > 0 })];

    private static CaseSummary Summarize(
        BenchmarkCase benchmarkCase, string? whyNoRunner, ILookup<string, Measurement> byCase, IEnumerable<Measurement> ofCode,
        ImmutableArray<string> voided)
    {
        var own = byCase[benchmarkCase.Id].ToImmutableArray();
        var failure = CaseFaults.Failure(benchmarkCase, own, byCase);
        var counted = failure is null ? Counted(own) : [];
        // Rows that are there count, even where the lane has gone since.
        var reason = failure
            ?? (own.IsEmpty ? voided.FirstOrDefault() ?? whyNoRunner ?? "the budget ended before its first round" : null)
            ?? CaseFaults.Unchecked(benchmarkCase, byCase);
        var incidents = failure is null ? CaseFaults.Incidents(benchmarkCase, own).AddRange(voided) : voided;

        ImmutableArray<Measurement> RowsOf(Lane lane) => Counted(byCase[new BenchmarkCase(benchmarkCase.Job, lane).Id]);
        // Where the output is thrown away, the warm-up listed its pictures.
        ImmutableArray<Measurement> Proven(BenchmarkCase other) =>
            [.. byCase[other.Id].Where(row => row is { Outcome: Outcome.Ok, FramesDigest: not null })];
        var proven = failure is null && counted.Length > 0 ? Proven(benchmarkCase) : [];
        ImmutableArray<(DateTimeOffset At, double Ratio)> Pairs(ImmutableArray<Measurement> upper, Lane lower) => reason is not null ? [] :
        [
            .. upper.Join(
                RowsOf(lower), row => row.Round, row => row.Round,
                (above, below) => (above.At, above.ExecuteSeconds!.Value / below.ExecuteSeconds!.Value)),
        ];
        Reading<Estimate> Estimated(IEnumerable<double> rounds, double inflation = 1) =>
            reason is null ? PseudoMedian.OfLogs(rounds, inflation) : Reading<Estimate>.Unavailable(reason);
        ImmutableArray<double> Ratios(ImmutableArray<(DateTimeOffset At, double Ratio)> pairs) => [.. pairs.Select(pair => pair.Ratio)];
        double InflationFactor(ImmutableArray<(DateTimeOffset At, double Ratio)> toNative) =>
            RoundAutocorrelation.InflationOfMultiples(toNative.Select(pair => pair.At));

        var (toNative, oneThread) = (Pairs(counted, Lane.Native), Pairs(RowsOf(Lane.NativeOneThread), Lane.Native));
        var (multiples, inflation) = (Ratios(toNative), InflationFactor(toNative));
        var (multiple, sandbox) = (Estimated(multiples, inflation), Estimated(Ratios(Pairs(counted, Lane.NativePortable))));
        var threads = Estimated(Ratios(oneThread), InflationFactor(oneThread));
        var assembly = Estimated(Ratios(Pairs(RowsOf(Lane.NativePortable), Lane.NativeOneThread)));
        var factors = reason is null ? RealtimeFactors(counted) : [];
        return new CaseSummary
        {
            Case = benchmarkCase,
            Failure = failure,
            Incidents = incidents,
            Rounds = counted.Length,
            OutlyingRounds = reason is null ? RoundOutliers.Of(benchmarkCase.Lane, counted, RowsOf(Lane.Native)) : [],
            NativeMultiple = multiple,
            NativeRatios = multiples,
            NativeInflationFactor = inflation,
            PortableMultiple = sandbox,
            Decomposition = Decompose(benchmarkCase.Lane, multiple, threads, assembly, sandbox),
            RealtimeFactor = Estimated(factors, RoundAutocorrelation.InflationOfTimes(factors.Length)),
            RealtimeFactors = factors,
            ExecuteSeconds = reason is null ? [.. counted.Select(row => row.ExecuteSeconds!.Value)] : [],
            ColdStart = ColdStart(benchmarkCase.Lane, ofCode),
            PeakResident = reason is null ? Peak(counted) : Reading<Estimate>.Unavailable(reason),
            OutputSize = Last(counted, reason, row => row.OutputBytes, sizes => new ByteCount(sizes[^1])),
            Frames = Last(proven, reason, row => row.Frames, frames => frames[^1]),
            FramesDigest = Digest(proven, reason),
            EqualsPortable = EqualsPortable(
                proven, Proven(benchmarkCase with { Lane = benchmarkCase.Lane.Portable }), benchmarkCase, reason),
            Quality = Quality(proven, reason),
        };
    }

    // What rounds' times were seen to scatter by is many times what their memory does: wide, but enough for a limit that is far away.
    private static Reading<Estimate> Peak(ImmutableArray<Measurement> counted)
    {
        double[] peaks = [.. counted.Select(row => row.PeakResidentBytes).OfType<long>().Select(peak => (double)peak)];
        return FewRounds.Covers(peaks.Length) ? PseudoMedian.OfLogs(peaks) : MedianInterval.Of(peaks);
    }

    private static Reading<ReelPrediction> Reel(CaseSummary reel, ImmutableArray<CaseSummary> all, ILookup<string, Measurement> byCase) =>
        reel.Failure is { } failure ? Reading<ReelPrediction>.Unavailable(failure) : ReelPrediction.Of(
            reel.Case,
            all.Select(other => other.Case),
            other => all.Any(summary => summary.Case == other && summary.Failure is null) && IsChecked(other, byCase)
                ? Counted(byCase[other.Id])
                : []);

    // A reel that is made once is not made by native-portable: it is compared only with what its job expects.
    private static bool IsChecked(BenchmarkCase benchmarkCase, ILookup<string, Measurement> byCase) =>
        ReelJobs.IsTest(benchmarkCase.Job) || CaseFaults.Unchecked(benchmarkCase, byCase) is null;

    private static ImmutableArray<double> RealtimeFactors(ImmutableArray<Measurement> counted) =>
        [.. counted.Where(row => row.MediaSeconds is not null).Select(row => row.MediaSeconds!.Value / row.ExecuteSeconds!.Value)];

    private static Reading<Decomposition> Decompose(
        Lane lane, Reading<Estimate> multiple, Reading<Estimate> threads, Reading<Estimate> assembly, Reading<Estimate> sandbox)
    {
        if (lane.IsReferenceOnly || !lane.IsWasm)
        {
            return Reading<Decomposition>.Unavailable(lane.IsReferenceOnly
                ? "it is another FFmpeg than native-portable, so that their ratio is not the sandbox's"
                : "a native lane has no sandbox");
        }

        var missing = new[] { multiple, threads, assembly, sandbox }.FirstOrDefault(part => part.Reason is not null);
        return missing is null && multiple.TryGet(out var whole)
            && threads.TryGet(out var one) && assembly.TryGet(out var two) && sandbox.TryGet(out var three)
            ? Reading<Decomposition>.Of(Summaries.Decomposition.Of(whole, one, two, three))
            : Reading<Decomposition>.Unavailable(missing!.Reason!);
    }

    private static Reading<TimeSpan> ColdStart(Lane lane, IEnumerable<Measurement> ofCode)
    {
        if (!lane.IsWasm)
        {
            return Reading<TimeSpan>.Unavailable("a native lane compiles nothing");
        }

        // Later runs may find the compiled module in a cache.
        return ofCode.FirstOrDefault(row => row is { Outcome: Outcome.Ok, CompileSeconds: not null }) is { } cold
            ? Reading<TimeSpan>.Of(TimeSpan.FromSeconds(cold.CompileSeconds!.Value + (cold.InstantiateSeconds ?? 0)))
            : Reading<TimeSpan>.Unavailable("no run compiled the module");
    }

    private static Reading<TResult> Last<TField, TResult>(
        ImmutableArray<Measurement> counted, string? reason, Func<Measurement, TField?> field, Func<TField[], TResult> derive)
        where TField : struct
    {
        TField[] known = [.. counted.Select(field).OfType<TField>()];
        return known.Length > 0
            ? Reading<TResult>.Of(derive(known))
            : Reading<TResult>.Unavailable(reason ?? "no round reports it");
    }

    private static Reading<string> Digest(ImmutableArray<Measurement> counted, string? reason) =>
        counted.LastOrDefault()?.FramesDigest is { } digest
            ? Reading<string>.Of(digest)
            : Reading<string>.Unavailable(reason ?? "no round reports it");

    private static Reading<PictureQuality> Quality(ImmutableArray<Measurement> proven, string? reason) =>
        proven.LastOrDefault(row => row.PsnrYDb is not null) is { PsnrYDb: { } psnr, Ssim: { } ssim, LowestPsnrYDb: { } lowest }
            ? Reading<PictureQuality>.Of(new PictureQuality(psnr, ssim, lowest))
            : Reading<PictureQuality>.Unavailable(reason ?? proven.LastOrDefault()?.QualityReason ?? "no round reports it");

    private static Reading<bool> EqualsPortable(
        ImmutableArray<Measurement> counted, ImmutableArray<Measurement> portable, BenchmarkCase benchmarkCase, string? reason) =>
        reason is not null || counted.IsEmpty || portable.IsEmpty
            ? Reading<bool>.Unavailable(reason ?? $"{benchmarkCase.Lane.Portable.Name} was not measured")
            : Reading<bool>.Of(counted[^1].FramesDigest == portable[^1].FramesDigest);
}
