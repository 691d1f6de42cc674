using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Hosts;
using Afmpeg.Perf.Previewing;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Cli;

/// <summary>What the doctor found, on standard output: one screen, and lists where they were asked for.</summary>
internal sealed class DoctorDisplay(bool everything)
{
    // So many names tell what kind of things they are.
    private const int Few = 3;

    private readonly Screen screen = new();

    public void ShowHost(Host host, IEnumerable<HostRemark> remarks)
    {
        Line("Host", host.Description);
        foreach (var remark in remarks.Where(remark => everything || remark.IsDisturbing))
        {
            Line("", ProgressText.Of(remark).Trim());
        }
    }

    public void ShowUnknown(string reason) => Line("Measures", $"not known: {reason}");

    public void Show(Declarations declared, RunSettings settings, RunPreview checkup, ImmutableSortedDictionary<string, Reading<EngineTool>> engines)
    {
        if (declared.CustomMedia is { } own)
        {
            Line("Media", own.Summary);
            foreach (var note in own.Notes)
            {
                Line("", note);
            }
        }

        Line("Measures", $"{CountText.Of(checkup.Cases.Length, "case")} of {CountText.Of(checkup.Jobs, "job")} in the {Words.Key(settings.Tier)} tier, in {ProgressText.Seconds(settings.EffectiveBudget)} of measuring, "
            + $"in up to {ProgressText.Seconds(settings.Limit)} on a slow host");
        Line("", string.Join(", ", checkup.Workloads.Select(workload => $"{workload.Workload} {workload.Cases}")));
        Line("", $"engines: {string.Join(", ", checkup.EngineNames.Select(engine => Engine(engine, engines)))}; builds: {Listed(checkup.Builds)}");
        Line("Not", NotMeasured(settings, checkup));
        foreach (var lanes in checkup.Absent.GroupBy(lane => lane.Value))
        {
            Line("", $"{Shortened(lanes.Select(lane => lane.Key))}: {lanes.Key}");
        }

        var judged = checkup.Judged.Where(one => one.Cases > 0).ToArray();
        Line("Judges", judged.Length > 0
            ? string.Join(", ", judged.Select(one => $"{one.Limit.Id} ({CountText.Of(one.Cases, "case")})"))
            : "nothing: no limit fits a selected case");
        Line("", $"by {settings.Folders.Thresholds}{(judged.Length < checkup.Judged.Length ? $"; no selected case fits {string.Join(", ", checkup.Judged.Except(judged).Select(one => one.Limit.Id))}" : "")}");
        if (everything)
        {
            ShowLists(checkup);
        }
    }

    public void ShowMissing(ImmutableArray<SetupTask> missing, string cache)
    {
        Line("Missing", missing.IsEmpty ? "nothing" : $"{CountText.Of(missing.Length, "thing")}; `afmpeg-perf setup` makes them, `run` too:");
        foreach (var stage in missing.OrderBy(task => task.Stage).GroupBy(task => task.Stage))
        {
            foreach (var task in everything ? stage : stage.Take(Few))
            {
                Line("", $"{task.Name}{(task.IsOptional ? " (optional: without it, what needs it is not measured)" : "")}");
            }

            if (!everything && stage.Count() > Few)
            {
                Line("", $"... and {stage.Count() - Few} more of this kind; --cases lists all");
            }
        }

        Line("Cache", cache);
        Line("Next", missing.All(task => task.IsOptional) ? "afmpeg-perf run" : "afmpeg-perf setup, or afmpeg-perf run, which sets up first");
    }

    private void ShowLists(RunPreview checkup)
    {
        foreach (var exclusion in checkup.Exclusions)
        {
            Line("Without", $"{exclusion.Count} {exclusion.Name}: {exclusion.Reason}");
        }

        foreach (var (index, benchmarkCase) in checkup.Cases.Index())
        {
            Line(index == 0 ? "Cases" : "", benchmarkCase.Id);
        }
    }

    private static string NotMeasured(RunSettings settings, RunPreview checkup)
    {
        string[] parts =
        [
            .. checkup.Filtered > 0 ? [$"{CountText.Of(checkup.Filtered, "case")} of the tier not selected"] : (string[])[],
            .. settings.Tier != Tier.Full && checkup.OtherTier > 0 ? [$"{CountText.Of(checkup.OtherTier, "case")} of the full tier (--tier full)"] : (string[])[],
            .. checkup.Exclusions.Length > 0
                ? [$"{CountText.Of(checkup.Exclusions.Sum(rule => rule.Count), "pair")} of job and lane by design: {string.Join(", ", checkup.Exclusions.Select(rule => $"{rule.Name} {rule.Count}"))} (--cases says why)"]
                : (string[])[],
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : "nothing is left out";
    }

    private static string Engine(string engine, ImmutableSortedDictionary<string, Reading<EngineTool>> engines) =>
        engines.TryGetValue(engine, out var found) ? found.Show(tool => $"{engine} {tool.Version}", _ => $"{engine} (not here)") : $"{engine} (yours)";

    private static string Listed(ImmutableArray<string> names) => names.IsEmpty ? "none" : string.Join(", ", names);

    private static string Shortened(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length <= Few ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Few))} and {all.Length - Few} more";
    }

    private void Line(string label, string text) => screen.WriteLine(text, $"{label,-9} ");
}
