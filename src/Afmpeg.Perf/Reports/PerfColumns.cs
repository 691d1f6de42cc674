using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Reports;

/// <summary>The columns of the perf table. To add one, add an entry here: every format then shows it with its legend.</summary>
public static class PerfColumns
{
    /// <summary>The columns, from left to right.</summary>
    public static ImmutableArray<PerfColumn> All { get; } =
    [
        new("lane", "", "How the job ran: a native lane, or engine+module build.", summary => Reading<string>.Of(summary.Case.Lane.Name)),
        new(
            "native multiple",
            "x",
            "Execute time divided by native's (assembly, all threads): the pseudo-median of paired rounds (of five or fewer, the mean) "
                + "with its interval; 1 is native.",
            summary => Multiple(summary, Lane.Native, summary.NativeMultiple),
            Number: summary => summary.NativeMultiple.Select(multiple => multiple.Value)),
        new(
            "threads x asm x sandbox",
            "x",
            "Where the native multiple comes from: one thread instead of all, C instead of assembly, WebAssembly instead of native code.",
            summary => summary.Decomposition.Select(Factors),
            WasmOnly: true),
        new(
            "vs portable",
            "x",
            "Execute time divided by native-portable's (one thread, no assembly): the cost of WebAssembly itself.",
            summary => Multiple(summary, Lane.NativePortable, summary.PortableMultiple),
            Number: summary => summary.PortableMultiple.Select(multiple => multiple.Value)),
        new(
            "realtime",
            "x",
            "Seconds of media per second of the execute phase; 1 keeps up with playback.",
            summary => summary.RealtimeFactor.Select(factor => $"{Figures.Of(factor.Value)}x"),
            Number: summary => summary.RealtimeFactor.Select(factor => factor.Value)),
        new(
            "memory",
            "bytes",
            "The peak resident set of a run, the median of the rounds; with its interval where that is wider than a fifth.",
            summary => summary.PeakResident.Select(Memory),
            Number: summary => summary.PeakResident.Select(peak => peak.Value)),
        new(
            "cold start",
            "seconds",
            "The time that a first run takes to compile and instantiate, from module bytes to the guest's first instruction.",
            summary => summary.ColdStart.Select(Words.Of),
            WasmOnly: true,
            Number: summary => summary.ColdStart.Select(start => start.TotalSeconds)),
        new(
            "output",
            "bytes",
            "The output's size, or \"= portable\" where it decodes to exactly the same frames as native-portable's.",
            Output,
            Number: summary => summary.OutputSize.Select(size => (double)size.Bytes)),
        new(
            "PSNR-Y",
            "dB",
            "The PSNR of the luma plane against the encoder's input, over all frames; higher is better.",
            summary => Quality(summary, quality => $"{quality.PsnrYDb:0.00}"),
            LossyOnly: true,
            Number: summary => summary.Quality.Select(quality => quality.PsnrYDb)),
        new(
            "SSIM",
            "",
            "The similarity of the pictures to the encoder's input, over all planes and frames; 1 is equal.",
            summary => Quality(summary, quality => $"{quality.Ssim:0.0000}"),
            LossyOnly: true,
            Number: summary => summary.Quality.Select(quality => quality.Ssim)),
        new(
            "rounds",
            "count",
            "Rounds that count.",
            summary => Reading<string>.Of($"{summary.Rounds}"),
            Number: summary => Reading<double>.Of(summary.Rounds)),
    ];

    // A lane is 1 against itself by definition, however few rounds there were.
    private static Reading<string> Multiple(CaseSummary summary, Lane baseline, Reading<Estimate> multiple) =>
        summary.Case.Lane == baseline && summary.Rounds > 0 ? Reading<string>.Of("1") : multiple.Select(estimate => estimate.ToString());

    private static string Factors(Decomposition parts) =>
        $"{Figures.Of(parts.Threads)} x {Figures.Of(parts.Assembly)} x {Figures.Of(parts.Sandbox)}";

    private static Reading<string> Output(CaseSummary summary) =>
        summary.Case.Lane != summary.Case.Lane.Portable && summary.EqualsPortable.TryGet(out var equal) && equal
            ? Reading<string>.Of("= portable")
            : summary.OutputSize.Select(size => size.ToString());

    private static Reading<string> Quality(CaseSummary summary, Func<PictureQuality, string> show) => summary.Case.Job.Setting.IsLossy
        ? summary.Quality.Select(show)
        : Reading<string>.Unavailable(PictureQuality.NoLossyPicture);

    private static string Memory(Estimate peak) => peak.High > 1.2 * peak.Low
        ? $"{new ByteCount((long)peak.Value)} [{new ByteCount((long)peak.Low)}, {new ByteCount((long)peak.High)}]"
        : new ByteCount((long)peak.Value).ToString();
}

/// <summary>A column of the perf table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Unit">The unit of its cells; empty where they have none or name it themselves.</param>
/// <param name="Legend">What it means.</param>
/// <param name="Cell">A case's cell, or why there is none.</param>
/// <param name="WasmOnly">Whether native lanes show a dash.</param>
/// <param name="LossyOnly">Whether jobs that encode no picture with loss show a dash.</param>
/// <param name="Number">The number to sort a cell by, in report.json's unit; null for a column of texts.</param>
public sealed record PerfColumn(
    string Header,
    string Unit,
    string Legend,
    Func<CaseSummary, Reading<string>> Cell,
    bool WasmOnly = false,
    bool LossyOnly = false,
    Func<CaseSummary, Reading<double>>? Number = null);
