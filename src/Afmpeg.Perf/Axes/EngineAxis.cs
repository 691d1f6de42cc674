using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>What executes the module: speed, memory, and how long each takes before the guest's first instruction.</summary>
public sealed class EngineAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs(LaneCoverage.EveryLane).Select(job => (Job: job, Engines: Engines(run, job)))
            .Where(job => !job.Engines.IsEmpty).ToArray();
        Column<CaseSummary> Phase(string key, string header, string legend, Func<Measurement, double?> phase) =>
            new(key, header, "s", legend, engine => LanePhases.Of(run, engine, phase), LanePhases.Seconds);
        return jobs.Length == 0 ? null : AxisTable.Create(
            "engine",
            "What executes the module",
            AxisText.Join(jobs.Select(job => Sentence(run, job.Engines))),
            jobs.SelectMany(job => job.Engines),
            [
                new("flavour", "flavour", "The licence flavour of the module, and with it the encoder of the reference job.",
                    engine => engine.Case.Job.Setting.Flavour),
                new("engine", "engine", "What executed the module; its version is under Versions.", engine => engine.Case.Lane.Engine!),
                new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native.",
                    engine => engine.NativeMultiple),
                new("portableMultiple", "vs portable", "x",
                    "Execute time against native-portable's (one thread, no assembly): what WebAssembly itself costs.",
                    engine => engine.PortableMultiple),
                Phase("compileSeconds", "compile", "Module bytes to machine code: a first run.", row => row.CompileSeconds),
                Phase("loadSeconds", "load", "Machine code compiled earlier, read back: every later run.", row => row.LoadSeconds),
                Phase("instantiateSeconds", "instantiate", "Memory and imports set up: every run.", row => row.InstantiateSeconds),
                new("peakBytes", "memory", "bytes", "The largest resident set of a run.", engine => engine.PeakResident, AxisText.Bytes),
            ],
            [
                .. jobs.Select(job => $"{job.Job.Setting.Flavour}: {job.Job.Id} with the build {MatrixDesign.DefaultBuild}."),
                "A phase's interval is that of the median where it was seen six times or more, else the range of what was seen; once is a "
                    + "number alone.",
                .. jobs.SelectMany(job => job.Engines).Where(engine => engine.Remark is not null)
                    .Select(engine => $"{engine.Case.Lane.Name}: {engine.Remark}.").Distinct(),
            ]);
    }

    private static ImmutableArray<CaseSummary> Engines(AxisInput run, Job job) => [.. run.Of(job).Where(summary =>
        summary.Case.Lane is { IsWasm: true, Build: MatrixDesign.DefaultBuild, Mode: LaneMode.Alone, Stop: StopCheck.None })];

    private static Reading<string> Sentence(AxisInput run, ImmutableArray<CaseSummary> engines)
    {
        var measured = engines.Where(engine => run.Seconds(engine).Reason is null).ToArray();
        if (measured.MinBy(engine => run.Seconds(engine).TryGet(out var seconds) ? seconds.Value : double.MaxValue) is not { } best)
        {
            return Reading<string>.Unavailable(engines.Select(engine => run.Seconds(engine).Reason).First()!);
        }

        var multiple = best.NativeMultiple.Show(multiple => $"{multiple} times native's time", _ => "the least time");
        return Reading<string>.Of(string.Join("; ",
        [
            $"{best.Case.Job.Setting.Flavour}: {best.Case.Lane.Engine} needs {multiple}{Starts(run, best)}",
            .. measured.Where(engine => engine != best).Select(engine => Against(run, engine, best)),
            .. engines.Except(measured).Select(engine => $"{engine.Case.Lane.Engine} was not measured"),
        ]));
    }

    private static string Against(AxisInput run, CaseSummary engine, CaseSummary best) => $"{engine.Case.Lane.Engine} "
        + run.Ratio(engine, best).Show(
            ratio => ratio.TellsApart()
                ? $"takes {ratio} times as long as {best.Case.Lane.Engine}"
                : $"shows no difference from {best.Case.Lane.Engine} in time ({ratio})",
            reason => $"has no round in common with {best.Case.Lane.Engine}: {reason}")
        + Starts(run, engine);

    private static string Starts(AxisInput run, CaseSummary engine)
    {
        var parts = AxisText.Found(
        [
            engine.Remark is null ? Reading<string>.Unavailable("") : Reading<string>.Of("compiling included"),
            LanePhases.Of(run, engine, row => row.CompileSeconds).Select(seconds => $"compiles in {LanePhases.Seconds(seconds)} s"),
            engine.PeakResident.Select(peak => $"peaks at {AxisText.Bytes(peak)}"),
        ]);
        return parts.Length > 0 ? $" ({string.Join(", ", parts)})" : "";
    }
}
