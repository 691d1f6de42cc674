using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Cli;

/// <summary>A case's explanation on standard output, from its rounds to its verdicts, in plain text.</summary>
internal static class ExplanationDisplay
{
    // A wider plot shows no more, and a narrower one nothing.
    private const int WidestPlot = 60;
    private const int NarrowestPlot = 8;

    // Below this no figure that is shown differs.
    private const double NotableInflation = 1.005;

    public static void Show(CaseExplanation explained, string run)
    {
        var screen = new Screen();
        var summary = explained.Summary;
        screen.WriteLine(summary.Case.Id);
        screen.WriteLine($"run {run}");
        screen.WriteLine();
        screen.WriteLine(explained.IsNative
            ? $"time: {explained.Estimate.Show(estimate => Of(explained, estimate), NotMeasured)}; native is what every native multiple "
                + "is divided by"
            : $"native multiple: {explained.Estimate.Show(estimate => Of(explained, estimate), NotMeasured)}");
        if (explained.Estimate.Reason is null && explained.InflationFactor >= NotableInflation)
        {
            screen.WriteLine($"Its interval is {Figures.Of(explained.InflationFactor)} times as wide as its rounds' scatter suggests: "
                + $"{(explained.IsNative ? "times of one lane" : "rounds so close together")} share the host's disturbances.");
        }

        if (summary.Remark is { } remark)
        {
            screen.WriteLine($"note: {remark}");
        }

        foreach (var incident in summary.Incidents)
        {
            screen.WriteLine($"incident: {incident}");
        }

        ShowRounds(screen, explained);
        ShowLooks(screen, explained);
        screen.WriteLine();
        screen.WriteLine($"noise: {explained.NoiseFloor.Show(Words.Of, NotMeasured)}");
        if (!explained.IsNative)
        {
            screen.WriteLine($"where it goes: {summary.Decomposition.Show(Of, NotMeasured)}");
        }

        ShowLimits(screen, explained);
    }

    private static void ShowRounds(Screen screen, CaseExplanation explained)
    {
        if (explained.Rounds.IsEmpty)
        {
            return;
        }

        var estimate = explained.Estimate.TryGet(out var known) ? known : null;
        var values = explained.Values;
        var header = explained.IsNative ? $"{"round",5} {"time",8}  " : $"{"round",5} {"lane",8} {"native",8} {"ratio",6}  ";
        var width = Math.Clamp(screen.Width - header.Length, NarrowestPlot, WidestPlot);
        var plot = values.Zip(RoundPlot.Lines([.. values.Select(one => (one.Value, one.Round.IsOutlying))], estimate, width))
            .ToDictionary(line => line.First.Round.Round, line => line.Second);
        screen.WriteLine();
        screen.WriteRow(header + Ends(explained, width));
        foreach (var round in explained.Rounds)
        {
            var left = explained.IsNative
                ? $"{round.Round,5} {Time(round.Seconds),8}"
                : $"{round.Round,5} {Time(round.Seconds),8} {round.NativeSeconds.Show(Time, _ => "-"),8} "
                    + $"{round.Ratio.Show(Figures.Of, _ => "-"),6}";
            screen.WriteRow($"{left}  {plot.GetValueOrDefault(round.Round, round.Ratio.Reason ?? "")}");
        }

        screen.WriteLine(RoundPlot.Legend);
        if (explained.Rounds.Any(round => round.IsOutlying))
        {
            screen.WriteLine("An outlier lies far from the other rounds; the estimate, a median, includes it.");
        }
    }

    // What the plot's first and last column stand for.
    private static string Ends(CaseExplanation explained, int width)
    {
        double[] values = [.. explained.Values.Select(one => one.Value),
            .. explained.Estimate.TryGet(out var known) ? [known.Low, known.High] : (double[])[]];
        return values.Length == 0 || values.Max() == values.Min()
            ? ""
            : $"{Number(explained, values.Min())}{Number(explained, values.Max()).PadLeft(width - Number(explained, values.Min()).Length)}";
    }

    private static string Number(CaseExplanation explained, double value) => explained.IsNative ? Time(value) : Figures.Of(value);

    private static void ShowLooks(Screen screen, CaseExplanation explained)
    {
        if (explained.Looks.IsEmpty)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine($"looks, which share an error of {SignedRankLooks.Error:0.##}:");
        foreach (var look in explained.Looks)
        {
            var estimate = look.Estimate.Show(known => $"{Numbers(explained, known)}, {look.Spent:0.####} spent", reason => reason);
            screen.WriteLine($"after {CountText.Of(look.Rounds, "round"),9}: {estimate}{Ended(explained, look)}", "  ");
        }
    }

    private static string Ended(CaseExplanation explained, ExplainedLook look) =>
        look != explained.Looks[^1] ? ""
        : !explained.IsFinished ? "; the run was interrupted here, and the command that began it goes on from there"
        : look.IsPlanned ? "; sampling ended here"
        : "; no planned look: sampling ended here, by its budget or a missing round";

    private static void ShowLimits(Screen screen, CaseExplanation explained)
    {
        screen.WriteLine();
        screen.WriteLine(explained.Findings.IsEmpty ? "no limit judges it" : "limits:");
        // What two sentences say alike, as the command that repeats the case, is said once.
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in explained.Findings)
        {
            screen.WriteLine($"{finding.Limit.Id}: {ResultDisplay.Word(finding.Verdict)}", "  ");
            foreach (var line in finding.Sentence.Split('\n').Where(said.Add))
            {
                screen.WriteLine(line, "    ");
            }
        }
    }

    private static string Numbers(CaseExplanation explained, Estimate estimate) =>
        $"{Number(explained, estimate.Value)} [{Number(explained, estimate.Low)}, {Number(explained, estimate.High)}]";

    private static string Of(CaseExplanation explained, Estimate estimate) =>
        $"{Numbers(explained, estimate)} over {CountText.Of(estimate.Count, "round")}, a {estimate.Level * 100:0.##} % interval";

    private static string Of(Decomposition parts) => $"{parts.InWords} = {Figures.Of(parts.Product)} x native";

    private static string Time(double seconds) => Words.Of(TimeSpan.FromSeconds(seconds));

    private static string NotMeasured(string reason) => $"not measured ({reason})";
}
