using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What executes the module: speed, memory, and how long each takes before the guest's first instruction.</summary>
public sealed class EngineAxis : IAxis
{
    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("flavour", "flavour", "", "The licence flavour of the module, and with it the encoder of the reference job."),
        new("engine", "engine", "", "What executed the module; its version stands under Versions."),
        new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native."),
        new("portableMultiple", "vs portable", "x", "Execute time against native-portable's (one thread, no assembly): what WebAssembly itself costs."),
        new("compileSeconds", "compile", "s", "Module bytes to machine code: a first run."),
        new("loadSeconds", "load", "s", "Machine code compiled earlier, read back: every later run."),
        new("instantiateSeconds", "instantiate", "s", "Memory and imports set up: every run."),
        new("peakBytes", "memory", "bytes", "The largest resident set of a run."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.EveryLane).Select(job => (Job: job, Engines: Engines(run, job)))
            .Where(of => !of.Engines.IsEmpty).ToImmutableArray();
        return jobs.IsEmpty ? null : new AxisTable(
            "engine",
            "What executes the module",
            AxisText.Join(jobs.Select(of => Sentence(run, of.Engines))),
            Columns,
            [.. jobs.SelectMany(of => of.Engines.Select(engine => Row(run, engine)))],
            [
                .. jobs.Select(of => $"{of.Job.Setting.Flavour}: {of.Job.Id} with the build {MatrixDesign.DefaultBuild}."),
                "A phase's interval is that of the median where it was seen six times or more, else the range of what was seen; once is a number alone.",
            ]);
    }

    private static ImmutableArray<CaseSummary> Engines(AxisInput run, Job job) =>
        [.. run.Of(job).Where(summary => summary.Case.Lane is { IsWasm: true, Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None })];

    private static ImmutableArray<AxisCell> Row(AxisInput run, CaseSummary engine) =>
    [
        AxisCell.Of(engine.Case.Job.Setting.Flavour),
        AxisCell.Of(engine.Case.Lane.Engine!),
        AxisCell.Of(engine.NativeMultiple),
        AxisCell.Of(engine.PortableMultiple),
        AxisCell.Of(LanePhases.Of(run, engine, row => row.CompileSeconds), LanePhases.Seconds),
        AxisCell.Of(LanePhases.Of(run, engine, row => row.LoadSeconds), LanePhases.Seconds),
        AxisCell.Of(LanePhases.Of(run, engine, row => row.InstantiateSeconds), LanePhases.Seconds),
        AxisCell.Of(engine.PeakResident, peak => new ByteCount((long)peak.Value).ToString()),
    ];

    private static Reading<string> Sentence(AxisInput run, ImmutableArray<CaseSummary> engines)
    {
        var measured = engines.Where(engine => run.Seconds(engine).Reason is null).ToArray();
        if (measured.MinBy(engine => run.Seconds(engine).TryGet(out var seconds) ? seconds.Value : double.MaxValue) is not { } best)
        {
            return Reading<string>.Unavailable(engines.Select(engine => run.Seconds(engine).Reason).First()!);
        }

        string[] parts =
        [
            $"{best.Case.Job.Setting.Flavour}: {best.Case.Lane.Engine} needs {Multiple(best)}{Starts(run, best)}",
            .. measured.Where(engine => engine != best).Select(engine => Against(run, engine, best)),
            .. engines.Except(measured).Select(engine => $"{engine.Case.Lane.Engine} was not measured"),
        ];
        return Reading<string>.Of(string.Join("; ", parts));
    }

    private static string Multiple(CaseSummary best) => best.NativeMultiple.Show(multiple => $"{multiple} times native's time", _ => "the least time");

    private static string Against(AxisInput run, CaseSummary engine, CaseSummary best) =>
        $"{engine.Case.Lane.Engine} "
        + run.Ratio(engine, best).Show(
            ratio => ratio.TellsApart() ? $"takes {ratio} times as long as {best.Case.Lane.Engine}" : $"is not told apart from {best.Case.Lane.Engine} in time ({ratio})",
            reason => $"has no round in common with {best.Case.Lane.Engine}: {reason}")
        + Starts(run, engine);

    private static string Starts(AxisInput run, CaseSummary engine)
    {
        var compile = LanePhases.Of(run, engine, row => row.CompileSeconds).Select(seconds => $"compiles in {LanePhases.Seconds(seconds)} s");
        var memory = engine.PeakResident.Select(peak => $"peaks at {new ByteCount((long)peak.Value)}");
        string?[] parts = [engine.Remark is null ? null : "compiling included", .. new[] { compile, memory }.Select(part => part.TryGet(out var text) ? text : null)];
        string[] told = [.. parts.OfType<string>()];
        return told.Length > 0 ? $" ({string.Join(", ", told)})" : "";
    }
}
