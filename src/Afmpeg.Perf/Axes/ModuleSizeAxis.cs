using System.Globalization;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>What a faster build costs: its bytes, its compile time on each engine and its memory, beside its speed.</summary>
public sealed class ModuleSizeAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = BuildReading.OfReferences(run);
        var engines = jobs.SelectMany(job => run.Of(job.Job)).Select(summary => summary.Case.Lane)
            .Where(IsAlone).Select(lane => lane.Engine).OfType<string>().Distinct();
        Column<BuildReading> Size(string key, string header, string legend, Func<ModuleFacts, ByteCount> size) =>
            new(key, header, "bytes", legend, build => build.Module.Select(size).Number(), AxisText.Bytes);
        return jobs.IsEmpty ? null : AxisTable.Create(
            "module-size",
            "Size beside speed",
            AxisText.Join(jobs.Select(job => Sentence(run, job.Builds))),
            jobs.SelectMany(job => job.Builds),
            [
                new("flavour", "flavour", "The licence flavour of the module, and with it the encoder of the reference job.",
                    build => build.Flavour),
                new("build", "build", "How the module was compiled.", build => build.Name),
                new("nativeMultiple", "native multiple", "x",
                    $"Execute time on {MatrixDesign.ShippedEngine} against native's (assembly, all threads); 1 is native.",
                    build => build.Case.NativeMultiple),
                Size("rawBytes", "raw", "The module as it lies on disk.", module => module.Size),
                Size("gzipBytes", "gzip", "With gzip -9.", module => module.GzipSize),
                Size("brotliBytes", "brotli", "With brotli at quality 11: what a browser downloads.", module => module.BrotliSize),
                new("vectorInstructions", "vector instructions", "count", "How many of its instructions work on 128-bit vectors.",
                    build => build.Module
                        .Select(module => (double)module.VectorInstructions), count => count.ToString(CultureInfo.InvariantCulture)),
                new("peakBytes", "memory", "bytes", $"The largest resident set of a run on {MatrixDesign.ShippedEngine}.",
                    build => build.Case.PeakResident, AxisText.Bytes),
                .. engines.Select(engine => new Column<BuildReading>(
                    $"compileSeconds.{engine}", $"compile, {engine}", "s", $"Module bytes to machine code on {engine}: a first run.",
                    build => CompileSeconds(run, build, engine), LanePhases.Seconds)),
            ],
            $"Speed and memory are those of {AxisText.List(jobs.Select(job => job.Job.Id))} on {MatrixDesign.ShippedEngine}.");
    }

    private static bool IsAlone(Lane lane) => lane is { Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false };

    private static Reading<Estimate> CompileSeconds(AxisInput run, BuildReading build, string engine) => run.Of(build.Case.Case.Job)
        .FirstOrDefault(one => IsAlone(one.Case.Lane) && one.Case.Lane.Engine == engine && one.Case.Lane.Build == build.Name) is { } summary
            ? LanePhases.Of(run, summary, row => row.CompileSeconds)
            : Reading<Estimate>.Unavailable($"{build.Name} does not run on {engine} in this run");

    // From the smallest download to the fastest build.
    private static Reading<string> Sentence(AxisInput run, ImmutableArray<BuildReading> builds)
    {
        var known = builds.Select(build => run.Seconds(build.Case).Then(seconds => build.Module.Select(
            module => (Build: build, Seconds: seconds.Value, Brotli: module.BrotliSize)))).ToArray();
        var measured = known.Where(build => build.Reason is null).Select(build => build.TryGet(out var found) ? found : default).ToArray();
        if (measured.Length < 2)
        {
            return Reading<string>.Unavailable(known.Select(build => build.Reason).FirstOrDefault(reason => reason is not null)
                ?? "one build alone has nothing to be compared with");
        }

        var (smallest, fastest) = (measured.MinBy(build => build.Brotli.Bytes), measured.MinBy(build => build.Seconds));
        return smallest.Build == fastest.Build
            ? Reading<string>.Of($"{smallest.Build.Flavour}: {smallest.Build.Name} is the smallest build and the fastest")
            : run.Ratio(smallest.Build.Case, fastest.Build.Case).Select(speed =>
                $"{smallest.Build.Flavour}: {fastest.Build.Name} is {speed} times as fast as {smallest.Build.Name}, the smallest, "
                + $"for a download of {fastest.Brotli} instead of {smallest.Brotli}");
    }
}
