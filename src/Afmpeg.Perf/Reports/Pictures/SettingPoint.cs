using Afmpeg.Perf.Axes;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;

namespace Afmpeg.Perf.Reports.Pictures;

/// <summary>A setting of an encoder that has all that a picture needs: size or rate, quality and speed.</summary>
/// <param name="Size">Its size or its rate, in the picture's unit.</param>
/// <param name="Psnr">PSNR of the luma plane, in dB.</param>
/// <param name="Realtime">Seconds of media a second on the module's lane.</param>
internal sealed record SettingPoint(double Size, Estimate Psnr, Estimate Realtime)
{
    // A marker's area grows with speed, from that of one that takes for ever.
    private const double Smallest = 4;
    private const double Growth = 7;

    /// <summary>Reads a setting.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="size">The key of its size or rate.</param>
    /// <returns>The setting, or the first reason that something of it is missing.</returns>
    public static Reading<SettingPoint> Of(AxisRow row, string size) => row.Number(size).Then(bytes => row.Number("psnrY").Then(psnr =>
        row.Number("realtime").Select(realtime => new SettingPoint(bytes.Value, psnr, realtime))));

    /// <summary>How large its marker is.</summary>
    /// <param name="fastest">The fastest setting's factor.</param>
    /// <returns>Half its width.</returns>
    public double MarkerSize(double fastest) => Smallest + (Growth * Math.Sqrt(Realtime.Value / fastest));

    /// <summary>The case of a setting, as its id names it.</summary>
    /// <param name="report">The run.</param>
    /// <param name="place">Workload and subject, as the tables have them.</param>
    /// <param name="title">The setting's title.</param>
    /// <returns>The id; place and title where the run has no such case.</returns>
    public static string CaseOf(RunReport report, string place, string title)
    {
        var cases = report.Cases.Where(summary => AxisText.Place(summary.Case.Job) == place && summary.Case.Job.Setting.Title == title).ToArray();
        return AxisInput.MainLane(cases) is { } lane ? cases.First(summary => summary.Case.Lane == lane).Case.Id : $"{place}, {title}";
    }
}
