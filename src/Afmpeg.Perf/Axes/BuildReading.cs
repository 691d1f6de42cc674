using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Axes;

/// <summary>A module build beside the one that upstream ships.</summary>
/// <param name="Case">The build on the reference job.</param>
/// <param name="Speed">How many times as fast as the shipped build it is, by paired rounds.</param>
/// <param name="Module">What it weighs.</param>
/// <param name="Shipped">What the shipped build weighs.</param>
/// <param name="SavedPerMediaSecond">Seconds of encoding that it saves for each second of media, by paired rounds.</param>
internal sealed record BuildReading(
    CaseSummary Case, Reading<Estimate> Speed, Reading<ModuleFacts> Module, Reading<ModuleFacts> Shipped, Reading<Estimate> SavedPerMediaSecond)
{
    private const double BitsPerByte = 8;

    /// <summary>The build's name.</summary>
    public string Name => Case.Case.Lane.Build!;

    /// <summary>Reads a build of a run.</summary>
    public static BuildReading Of(AxisInput run, CaseSummary build, CaseSummary? shipped)
    {
        const string WithoutShipped = $"{MatrixDesign.ShippedBuild} was not run";
        return new BuildReading(
            build,
            shipped is null ? Reading<Estimate>.Unavailable(WithoutShipped) : run.Ratio(shipped, build),
            Facts(run, build),
            shipped is null ? Reading<ModuleFacts>.Unavailable(WithoutShipped) : Facts(run, shipped),
            shipped is null ? Reading<Estimate>.Unavailable(WithoutShipped) : Saved(run, shipped, build));
    }

    /// <summary>How long its download takes, with brotli.</summary>
    /// <param name="bitsPerSecond">The connection.</param>
    public Reading<double> DownloadSeconds(double bitsPerSecond) => Module.Select(module => module.BrotliSize.Bytes * BitsPerByte / bitsPerSecond);

    /// <summary>Bytes of its download beyond the shipped build's, with brotli; below 0 where it is smaller.</summary>
    public Reading<long> ExtraBytes => Module.Then(module => Shipped.Select(shipped => module.BrotliSize.Bytes - shipped.BrotliSize.Bytes));

    /// <summary>When its speed has paid for its download, in seconds of encoding by the shipped build.</summary>
    /// <param name="bitsPerSecond">The connection.</param>
    public Reading<BreakEven> Pays(double bitsPerSecond) => ExtraBytes.Then(extra => Speed.Then(speed => BreakEven.Of(extra, bitsPerSecond, speed)));

    /// <summary>The same in seconds of media. Each round's saving has the sign of its ratio's logarithm, so that both intervals decide alike.</summary>
    /// <param name="bitsPerSecond">The connection.</param>
    public Reading<Estimate> PaysAfterMedia(double bitsPerSecond) => Pays(bitsPerSecond).Then(pays => pays.Seconds).Then(_ =>
        ExtraBytes.Then(extra => SavedPerMediaSecond.Select(saved =>
        {
            double After(double perSecond) => extra * BitsPerByte / bitsPerSecond / perSecond;
            // Nobody waits longer where more is saved; where it is the smaller module that is slower, both signs turn.
            return extra > 0 ? saved.MapFalling(After) : saved.Map(After);
        })));

    private static Reading<ModuleFacts> Facts(AxisInput run, CaseSummary build) => run.Module(build.Case.Lane.Build!, build.Case.Job.Setting.Flavour);

    private static Reading<Estimate> Saved(AxisInput run, CaseSummary shipped, CaseSummary build) =>
        run.Rounds(shipped).Then(slow => run.Rounds(build).Then(fast => PairedDifference.Of(slow
            .Join(fast, row => row.Round, row => row.Round, (above, below) => (above, below))
            .Where(pair => pair.above.MediaSeconds > 0 && pair.below.MediaSeconds > 0)
            .Select(pair => (Per(pair.above), Per(pair.below))))));

    private static double Per(Measurement row) => row.ExecuteSeconds!.Value / row.MediaSeconds!.Value;
}
