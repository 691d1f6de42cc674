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
    // So many names show what kind of things they are.
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

    public void Show(
        Declarations declared, RunSettings settings, RunPreview preview, ImmutableSortedDictionary<string, Reading<EngineTool>> engines)
    {
        if (declared.CustomMedia is { } own)
        {
            Line("Media", own.Summary);
            foreach (var note in own.Notes)
            {
                Line("", note);
            }
        }

        Line("Measures", $"{CountText.Of(preview.Cases.Length, "case")} of {CountText.Of(preview.Jobs, "job")} in the "
            + $"{Words.Key(settings.Tier)} tier, in {DurationText.ForPeople(settings.EffectiveBudget)} of measuring, "
            + $"in up to {DurationText.ForPeople(settings.Limit)} on a slow host");
        Line("", string.Join(", ", preview.Workloads.Select(workload => $"{workload.Workload} {workload.Cases}")));
        Line("", $"engines: {string.Join(", ", preview.EngineNames.Select(engine => Engine(engine, engines)))}; builds: "
            + $"{Listed(preview.Builds)}");
        Line("Not", NotMeasured(settings, preview));
        foreach (var note in preview.Notes)
        {
            Line("", note);
        }

        foreach (var lanes in preview.Absent.GroupBy(lane => lane.Value))
        {
            Line("", $"{Shortened(lanes.Select(lane => lane.Key))}: {lanes.Key}");
        }

        var judged = preview.Judged.Where(one => one.Cases > 0).ToArray();
        Line("Judges", judged.Length > 0
            ? string.Join(", ", judged.Select(one => $"{one.Limit.Id} ({CountText.Of(one.Cases, "case")})"))
            : "nothing: no limit fits a selected case");
        var unfit = string.Join(", ", preview.Judged.Except(judged).Select(one => one.Limit.Id));
        Line("", $"by {settings.Folders.Thresholds}{(unfit.Length > 0 ? $"; no selected case fits {unfit}" : "")}");
        if (everything)
        {
            ShowLists(preview);
        }
    }

    public void ShowMissing(ImmutableArray<SetupTask> missing, string cache)
    {
        var isImpossible = missing.Any(task => task.IsImpossible);
        var makes = isImpossible ? Apt.Missing : "`afmpeg-perf setup` makes them, `run` too";
        Line("Missing", missing.IsEmpty ? "nothing" : $"{CountText.Of(missing.Length, "thing")}; {makes}:");
        foreach (var stage in missing.OrderBy(task => task.Stage).GroupBy(task => task.Stage))
        {
            foreach (var task in everything ? stage : stage.Take(Few))
            {
                Line("", $"{task.Name}{(task.IsOptional ? " (optional: set-up goes on without it)" : "")}");
            }

            if (!everything && stage.Count() > Few)
            {
                Line("", $"... and {stage.Count() - Few} more of this kind; --cases lists all");
            }

            if (!isImpossible && stage.Select(task => task.Command).OfType<string>().FirstOrDefault() is { } command)
            {
                // On a line of its own, and not broken: it is there to be pasted.
                screen.WriteRow($"{"",-10}to install by hand, run {command}");
            }
        }

        Line("Cache", cache);
        Line("Next", isImpossible ? Apt.Remedy
            : missing.All(task => task.IsOptional) ? "afmpeg-perf run" : "afmpeg-perf setup, or afmpeg-perf run, which sets up first");
    }

    private void ShowLists(RunPreview preview)
    {
        foreach (var exclusion in preview.Exclusions)
        {
            Line("Without", $"{exclusion.Count} {exclusion.Name}: {exclusion.Reason}");
        }

        foreach (var (index, benchmarkCase) in preview.Cases.Index())
        {
            Line(index == 0 ? "Cases" : "", benchmarkCase.Id);
        }
    }

    private static string NotMeasured(RunSettings settings, RunPreview preview)
    {
        string[] parts =
        [
            .. preview.Filtered > 0 ? [$"{CountText.Of(preview.Filtered, "case")} of the tier not selected"] : (string[])[],
            .. settings.Tier != Tier.Full && preview.OtherTier > 0
                ? [$"{CountText.Of(preview.OtherTier, "case")} of the full tier (--tier full)"]
                : (string[])[],
            .. preview.Exclusions.Length > 0
                ? [$"{CountText.Of(preview.Exclusions.Sum(rule => rule.Count), "pair")} of job and lane by design: "
                    + $"{string.Join(", ", preview.Exclusions.Select(rule => $"{rule.Name} {rule.Count}"))} (--cases says why)"]
                : (string[])[],
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : "nothing is left out";
    }

    private static string Engine(string engine, ImmutableSortedDictionary<string, Reading<EngineTool>> engines) =>
        engines.TryGetValue(engine, out var found)
            ? found.Show(tool => $"{engine} {tool.Version}", _ => $"{engine} (not here)")
            : $"{engine} (yours)";

    private static string Listed(ImmutableArray<string> names) => names.IsEmpty ? "none" : string.Join(", ", names);

    private static string Shortened(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length <= Few ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Few))} and {all.Length - Few} more";
    }

    private void Line(string label, string text) => screen.WriteLine(text, $"{label,-9} ");
}
