using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;

namespace Afmpeg.Perf.Axes;

/// <summary>How the module is compiled: what a build gains in speed, and how large it is.</summary>
public sealed class ModuleBuildAxis : IAxis
{
    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = BuildReading.OfReferences(run);
        return jobs.IsEmpty ? null : AxisTable.Create(
            "module-build",
            "How the module is compiled",
            AxisText.Join(jobs.Select(job => Sentence(run, job.Builds))),
            jobs.SelectMany(job => job.Builds),
            [
                new("flavour", "flavour", "The licence flavour of the module, and with it the encoder of the reference job.",
                    build => build.Flavour),
                new("build", "build", "How the module was compiled.", build => build.Name),
                new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native.",
                    build => build.Case.NativeMultiple),
                new("speed", "speed", "x", $"How many times as fast as {MatrixDesign.ShippedBuild}, by paired rounds.",
                    build => IsShipped(build) ? AxisCell.Exact(1) : AxisCell.Of(build.Speed)),
                new("brotliBytes", "brotli", "bytes", "With brotli at quality 11: what a browser downloads.",
                    build => build.Module.Select(module => module.BrotliSize).Number(), AxisText.Bytes),
            ],
            jobs.Select(job => $"{job.Job.Setting.Flavour}: {job.Job.Id} on {MatrixDesign.ShippedEngine}, on this host."));
    }

    private static bool IsShipped(BuildReading build) => build.Name == MatrixDesign.ShippedBuild;

    private static Reading<string> Sentence(AxisInput run, ImmutableArray<BuildReading> builds)
    {
        var others = builds.Where(build => !IsShipped(build)).ToArray();
        var measured = others.Where(build => build.Speed.Reason is null).ToArray();
        if (measured.Length == 0)
        {
            return Reading<string>.Unavailable(others.FirstOrDefault()?.Speed.Reason ?? "no build was run beside "
                + $"{MatrixDesign.ShippedBuild}");
        }

        var faster = measured.Where(build => build.Speed.TryGet(out var speed) && speed.Low > 1).ToArray();
        if (faster.MaxBy(build => build.Speed.TryGet(out var speed) ? speed.Value : 0) is not { } best)
        {
            return Reading<string>.Of(
                $"{builds[0].Flavour}: no build is faster than {MatrixDesign.ShippedBuild} by more than the rounds can tell");
        }

        var equals = faster.Where(build => build != best && run.Ratio(build.Case, best.Case).TryGet(out var ratio) && !ratio.TellsApart())
            .Select(build => build.Name).ToArray();
        return best.Speed.Select(speed =>
            $"{best.Flavour}: {best.Name} encodes {speed} times as fast as {MatrixDesign.ShippedBuild}"
            + best.Case.NativeMultiple.Show(multiple => $", {multiple} times native's time", _ => "")
            + Download(best)
            + (equals.Length > 0 ? $"; the rounds do not tell {AxisText.List(equals)} from it" : ""));
    }

    private static string Download(BuildReading best) => best.ExtraBytes.Show(
        extra => extra > 0 ? $"; its download is {AxisText.Bytes(extra)} larger" : ", and its download is no larger", _ => "");
}
