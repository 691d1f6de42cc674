using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Axes;

/// <summary>How the module is compiled: what a build gains in speed, what it weighs, and when the one has paid for the other.</summary>
public sealed class ModuleBuildAxis : IAxis
{
    private const double Slow = 10e6;
    private const double Fast = 100e6;

    private static readonly ImmutableArray<AxisColumn> Columns =
    [
        new("flavour", "flavour", "", "The licence flavour of the module, and with it the encoder of the reference job."),
        new("build", "build", "", "How the module was compiled."),
        new("nativeMultiple", "native multiple", "x", "Execute time against native's (assembly, all threads); 1 is native."),
        new("speed", "speed", "x", $"How many times as fast as {MatrixDesign.ShippedBuild}, by paired rounds."),
        new("brotliBytes", "brotli", "bytes", "With brotli at quality 11: what a browser downloads."),
        new("downloadAt10", "at 10 Mbit/s", "s", "How long its download takes, with brotli."),
        new("downloadAt100", "at 100 Mbit/s", "s", "How long its download takes, with brotli."),
        new("evenAt10", "pays after, 10 Mbit/s", "s", $"Seconds of encoding by {MatrixDesign.ShippedBuild} after which the build has made up for its larger download; for a smaller and slower one, until which it is ahead."),
        new("evenMediaAt10", "in media", "s", "The same in seconds of media of the reference job."),
        new("evenAt100", "pays after, 100 Mbit/s", "s", "As at 10 Mbit/s."),
        new("evenMediaAt100", "in media", "s", "The same in seconds of media of the reference job."),
    ];

    /// <inheritdoc/>
    public AxisTable? Read(AxisInput run)
    {
        var jobs = run.Jobs().Where(job => job.LaneCoverage == LaneCoverage.EveryLane).Select(job => (Job: job, Builds: Builds(run, job)))
            .Where(of => !of.Builds.IsEmpty).ToImmutableArray();
        return jobs.IsEmpty ? null : new AxisTable(
            "module-build",
            "How the module is compiled",
            AxisText.Join(jobs.Select(of => Sentence(run, of.Job, of.Builds))),
            Columns,
            [.. jobs.SelectMany(of => of.Builds.Select(Row))],
            [
                .. jobs.Select(of => $"{of.Job.Setting.Flavour}: {of.Job.Id} on {MatrixDesign.ShippedEngine}, on this host; on a slower one speed pays sooner."),
                "Break-even counts one download and no cache: with the module cached, the faster one is ahead from the second visit on.",
            ]);
    }

    private static ImmutableArray<BuildReading> Builds(AxisInput run, Job job)
    {
        var cases = run.Of(job).Where(summary => summary.Case.Lane is { Engine: MatrixDesign.ShippedEngine, Mode: LaneMode.Alone, Stop: StopCheck.None, IsReferenceOnly: false }).ToArray();
        var shipped = cases.FirstOrDefault(summary => summary.Case.Lane.Build == MatrixDesign.ShippedBuild);
        return [.. cases.Select(build => BuildReading.Of(run, build, shipped))];
    }

    private static ImmutableArray<AxisCell> Row(BuildReading build)
    {
        var isShipped = build.Name == MatrixDesign.ShippedBuild;
        AxisCell Against(Reading<Estimate> reading) => isShipped ? AxisCell.Of("-") : AxisCell.Of(reading);
        AxisCell Bytes(Func<ModuleFacts, ByteCount> size) =>
            AxisText.Plain(build.Module.Select(module => (double)size(module).Bytes), bytes => new ByteCount((long)bytes).ToString());

        return
        [
            AxisCell.Of(build.Case.Case.Job.Setting.Flavour),
            AxisCell.Of(build.Name),
            AxisCell.Of(build.Case.NativeMultiple),
            isShipped ? AxisCell.Exact(1, "1") : AxisCell.Of(build.Speed),
            Bytes(module => module.BrotliSize),
            AxisText.Plain(build.DownloadSeconds(Slow), Figures.Of),
            AxisText.Plain(build.DownloadSeconds(Fast), Figures.Of),
            Against(build.Pays(Slow).Then(pays => pays.Seconds)),
            Against(build.PaysAfterMedia(Slow)),
            Against(build.Pays(Fast).Then(pays => pays.Seconds)),
            Against(build.PaysAfterMedia(Fast)),
        ];
    }

    private static Reading<string> Sentence(AxisInput run, Job job, ImmutableArray<BuildReading> builds)
    {
        var others = builds.Where(build => build.Name != MatrixDesign.ShippedBuild).ToArray();
        var measured = others.Where(build => build.Speed.Reason is null).ToArray();
        if (measured.Length == 0)
        {
            return Reading<string>.Unavailable(others.FirstOrDefault()?.Speed.Reason ?? $"no build was run beside {MatrixDesign.ShippedBuild}");
        }

        var faster = measured.Where(build => build.Speed.TryGet(out var speed) && speed.Low > 1).ToArray();
        if (faster.MaxBy(build => build.Speed.TryGet(out var speed) ? speed.Value : 0) is not { } best)
        {
            return Reading<string>.Of($"{job.Setting.Flavour}: no build is faster than {MatrixDesign.ShippedBuild} by more than the rounds can tell");
        }

        var equals = faster.Where(build => build != best && run.Ratio(build.Case, best.Case).TryGet(out var ratio) && !ratio.TellsApart()).Select(build => build.Name).ToArray();
        var never = measured.Where(build => build.Pays(Slow).TryGet(out var pays) && pays.Kind == BreakEvenKind.Never).Select(build => build.Name).ToArray();
        return best.Speed.Select(speed =>
            $"{job.Setting.Flavour}: {best.Name} encodes {speed} times as fast as {MatrixDesign.ShippedBuild}"
            + best.Case.NativeMultiple.Show(multiple => $", {multiple} times native's time", _ => "")
            + Payment(best)
            + (equals.Length > 0 ? $"; the rounds do not tell {AxisText.List(equals)} from it" : "")
            + (never.Length > 0 ? $"; never worth its download: {AxisText.List(never)}" : ""));
    }

    private static string Payment(BuildReading best) => best.Pays(Slow).TryGet(out var pays) && best.ExtraBytes.TryGet(out var extra)
        ? pays.Kind switch
        {
            BreakEvenKind.Always => ", and its download is no larger: ship it",
            _ => $"; its download is {new ByteCount(extra)} larger"
                + best.PaysAfterMedia(Slow).Show(media => $", paid for after {media} s of media at 10 Mbit/s", _ => ""),
        }
        : "";
}
