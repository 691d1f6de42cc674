using System.Collections.Immutable;
using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Matrix;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>Builds of the module by what their download weighs and how fast they are, with curves on which speed has paid for the download.</summary>
internal static class BuildsPicture
{
    private const string Axis = "module-build";
    private const double BytesPerKibibyte = 1024;
    private const int MostCurves = 4;

    // How far beyond the measured times a curve may lie.
    private const double Near = 1.5;

    /// <summary>A picture for each flavour whose builds were measured.</summary>
    /// <param name="report">The run.</param>
    /// <returns>The pictures.</returns>
    public static IEnumerable<Picture> Of(RunReport report) => AxisRow.Of(report, Axis).GroupBy(row => row.Text("flavour"))
        .Select(rows => (Flavour: rows.Key, Builds: rows.Select(row => (Row: row, Reading: Read(row))).ToImmutableArray()))
        .Where(flavour => flavour.Builds.Any(build => build.Reading.Reason is null))
        .Select((flavour, index) => Draw(report, flavour.Flavour, flavour.Builds, index));

    private static Reading<(double Bytes, Estimate Speed)> Read(AxisRow row) =>
        row.Number("brotliBytes").Then(bytes => row.Number("speed").Select(speed => (bytes.Value, speed)));

    private static Picture Draw(RunReport report, string flavour, ImmutableArray<(AxisRow Row, Reading<(double Bytes, Estimate Speed)> Reading)> builds, int index)
    {
        var read = builds.Select(build => (build.Row, Found: build.Reading.TryGet(out var found) ? found : default)).Where(build => build.Found.Speed is not null)
            .OrderByDescending(build => build.Found.Speed.Value).ToImmutableArray();
        var curves = Curves([.. read.Select(build => build.Row)]);
        var scatter = new KeyedScatter(
            "download with brotli (KiB)",
            $"speed (× {MatrixDesign.ShippedBuild})",
            IsLogarithmic: false,
            "build",
            [$"× {MatrixDesign.ShippedBuild}", "pays after"],
            [
                .. read.Select(build => new KeyedPoint(
                    build.Found.Bytes / BytesPerKibibyte,
                    build.Found.Speed,
                    MarkerLook.Of(0) with { IsHollow = build.Row.Text("build") == MatrixDesign.ShippedBuild },
                    $"{CaseOf(report, flavour, build.Row.Text("build"))}: {Say(build.Found)}",
                    build.Row.Text("build"),
                    [Readings.Say(build.Found.Speed), Pays(build.Row)])),
            ])
        {
            Curves = curves,
            CurvesTitle = curves.IsEmpty ? null : "dashed: pays for itself after so long (10 Mbit/s)",
        };
        return scatter.Draw().Finish(PlainText.Numbered("module-build", index), $"Download and speed of the module's builds, {flavour}", Alternative(builds));
    }

    // On such a curve a build has made up for its larger download after as much encoding by the shipped one; above it, sooner.
    private static ImmutableArray<(string Label, string Title, Func<double, double?> Curve)> Curves(ImmutableArray<AxisRow> rows)
    {
        var shipped = rows.FirstOrDefault(row => row.Text("build") == MatrixDesign.ShippedBuild);
        var times = rows.Select(row => row.Number("evenAt10").TryGet(out var even) && even.Value > 0 ? even.Value : (double?)null).OfType<double>().ToArray();
        if (shipped is null || times.Length == 0 || !shipped.Number("brotliBytes").TryGet(out var bytes) || !shipped.Number("downloadAt10").TryGet(out var download))
        {
            return [];
        }

        var secondsPerKibibyte = download.Value / bytes.Value * BytesPerKibibyte;
        return
        [
            .. Ticks.OneTwoFive(times.Min() / Near, times.Max() * Near).Take(MostCurves).Select(seconds => (
                $"{seconds} s",
                $"pays after {seconds} s of encoding by {MatrixDesign.ShippedBuild}, at 10 Mbit/s",
                (Func<double, double?>)(kibibytes => SpeedThatPays((kibibytes * secondsPerKibibyte) - download.Value, seconds)))),
        ];
    }

    // See BreakEven: the extra seconds of the download are T (1 - 1 / speed).
    private static double? SpeedThatPays(double extraSeconds, double afterSeconds) =>
        extraSeconds >= 0 && extraSeconds < afterSeconds ? 1 / (1 - (extraSeconds / afterSeconds)) : null;

    private static string CaseOf(RunReport report, string flavour, string build) => report.Cases.FirstOrDefault(summary =>
        summary.Case is { Job.LaneCoverage: LaneCoverage.EveryLane, Lane: { Engine: MatrixDesign.ShippedEngine, Mode: LaneMode.Alone, Stop: StopCheck.None } }
        && summary.Case.Job.Setting.Flavour == flavour && summary.Case.Lane.Build == build)?.Case.Id ?? $"{flavour}+{build}";

    // A reason begins with its gist.
    private static string Pays(AxisRow row) => row.Number("evenAt10").Show(even => $"{Figures.Of(even.Value)} s", reason => reason.Split(':')[0]);

    private static string Say((double Bytes, Estimate Speed) build) =>
        $"{Figures.Of(build.Bytes / BytesPerKibibyte)} KiB, {Readings.Say(build.Speed)} × {MatrixDesign.ShippedBuild}";

    private static string Alternative(IEnumerable<(AxisRow Row, Reading<(double Bytes, Estimate Speed)> Reading)> builds) =>
        $"Each build by its download with brotli, how many times as fast as {MatrixDesign.ShippedBuild} it encodes, and after how much encoding that has paid for its download at 10 Mbit/s. "
        + string.Join(' ', builds.Select(build => build.Reading.Show(
            found => $"{build.Row.Text("build")}: {Say(found)}{build.Row.Number("evenAt10").Show(even => $", pays after {even} s", reason => reason == "-" ? "" : $", {reason}")}.",
            reason => $"{build.Row.Text("build")}: not measured ({reason}).")));
}
