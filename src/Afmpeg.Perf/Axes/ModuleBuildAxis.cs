using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Axes;

/// <summary>How the module is compiled: what a build gains in speed, how large it is, and when the one has paid for the other.</summary>
public sealed class ModuleBuildAxis : IAxis
{
    private const double Slow = 10e6;
    private const double Fast = 100e6;

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
                new("downloadAt10", "at 10 Mbit/s", "s", "How long its download takes, with brotli.",
                    build => build.DownloadSeconds(Slow), Figures.Of),
                new("downloadAt100", "at 100 Mbit/s", "s", "How long its download takes, with brotli.",
                    build => build.DownloadSeconds(Fast), Figures.Of),
                new("evenAt10", "pays after, 10 Mbit/s", "s", $"Seconds of encoding by {MatrixDesign.ShippedBuild} after which the build "
                    + "has made up for its larger download; for a smaller and slower one, until which it is ahead.",
                    build => Against(build, build.Pays(Slow).Then(pays => pays.Seconds))),
                new("evenMediaAt10", "in media", "s", "The same in seconds of media of the reference job.",
                    build => Against(build, build.PaysAfterMedia(Slow))),
                new("evenAt100", "pays after, 100 Mbit/s", "s", "As at 10 Mbit/s.",
                    build => Against(build, build.Pays(Fast).Then(pays => pays.Seconds))),
                new("evenMediaAt100", "in media", "s", "The same in seconds of media of the reference job.",
                    build => Against(build, build.PaysAfterMedia(Fast))),
            ],
            [
                .. jobs.Select(job => $"{job.Job.Setting.Flavour}: {job.Job.Id} on {MatrixDesign.ShippedEngine}, on this host; on a slower "
                    + "one speed pays sooner."),
                "Break-even counts one download and no cache: with the module cached, the faster one is ahead from the second visit on.",
            ]);
    }

    private static bool IsShipped(BuildReading build) => build.Name == MatrixDesign.ShippedBuild;

    private static AxisCell Against(BuildReading build, Reading<Estimate> reading) =>
        IsShipped(build) ? AxisCell.Of("-") : AxisCell.Of(reading);

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
        var never = measured.Where(build => build.Pays(Slow).TryGet(out var pays) && pays.Kind == BreakEvenKind.Never)
            .Select(build => build.Name).ToArray();
        return best.Speed.Select(speed =>
            $"{best.Flavour}: {best.Name} encodes {speed} times as fast as {MatrixDesign.ShippedBuild}"
            + best.Case.NativeMultiple.Show(multiple => $", {multiple} times native's time", _ => "")
            + Payment(best)
            + (equals.Length > 0 ? $"; the rounds do not tell {AxisText.List(equals)} from it" : "")
            + (never.Length > 0 ? $"; never worth its download: {AxisText.List(never)}" : ""));
    }

    private static string Payment(BuildReading best) => !best.Pays(Slow).TryGet(out var pays) || !best.ExtraBytes.TryGet(out var extra) ? ""
        : pays.Kind == BreakEvenKind.Always ? ", and its download is no larger: ship it"
        : $"; its download is {AxisText.Bytes(extra)} larger"
            + best.PaysAfterMedia(Slow).Show(media => $", paid for after {media} s of media at 10 Mbit/s", _ => "");
}
