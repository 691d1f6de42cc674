using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.LanesFile;
using Afmpeg.Perf.Log;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Merged;
using Afmpeg.Perf.SharedCore;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Running;

/// <summary>The run of a folder, judged by the limits as they are now. Nothing is measured or written, and no tool is needed.</summary>
/// <param name="Declared">What the repository declares.</param>
/// <param name="State">The run.</param>
/// <param name="Report">What it says.</param>
public sealed record RecordedRun(Declarations Declared, RunState State, RunReport Report)
{
    /// <summary>Its rows, in the order in which they were written.</summary>
    public ImmutableArray<Measurement> Rows { get; init; } = [];

    /// <summary>Reads the run of a folder.</summary>
    /// <exception cref="PerfException">There is none.</exception>
    public static RecordedRun Read(RunSettings settings)
    {
        var state = RunState.Read(settings.Output) ?? throw None(settings.Output);
        var rows = MeasurementLog.Read(LogIn(settings.Output), state.Run);
        return Of(DeclarationsOf(state, settings), state, rows, new WindowFile(settings.Output).Read(state.Run));
    }

    /// <summary>What the repository, the user's file and the user's lanes declared for a run.</summary>
    /// <exception cref="PerfException">A lane of the run is not declared: its rows would be left out.</exception>
    internal static Declarations DeclarationsOf(RunState state, RunSettings settings)
    {
        // The user's limits may have been written for a later run: here they may judge no case.
        var kept = state.Lanes?.Own ?? (settings.Lanes is null ? CustomLanes.None : null);
        // Which fleets and batches there are follows the cores of the machine that measured.
        var declared = Declarations.Load(settings.Folders, settings.Lanes, settings.Path, state.Conditions.Host.Cores, kept);
        declared = state.Media is { } own ? declared.For(own) : declared;
        var lanes = declared.Matrix.CrossProduct.Select(known => known.Lane.Name).ToHashSet();
        var lost = state.Cases.Where(id => !lanes.Contains(id[(id.LastIndexOf('/') + 1)..])).ToArray();
        return lost.Length == 0 ? declared : throw new PerfException(
            ExitStatus.BadUsage, "The run measured lanes that are not declared now; without them its result would differ")
        {
            Where = $"run {state.Run}",
            Expected = "the lanes file that it was measured with: --lanes FILE",
            Observed = $"{CountText.Of(lost.Length, "case")} such as {lost[0]}",
            Remedy = "name that file; if these are lanes of another version of this suite, measure again: afmpeg-perf run",
        };
    }

    private static PerfException None(string folder) => HoldsMerge(folder)
        ? new PerfException(ExitStatus.BadUsage, "This folder holds a merged report, not a run")
        {
            Where = folder,
            Expected = "the report folder of one run",
            Observed = $"{ReportWriter.JsonFile} of afmpeg-perf merge",
            Remedy = "name the folder of one of the runs that were merged; to judge all of them again, merge them again",
        }
        : new PerfException(ExitStatus.Missing, "There is no run to report")
        {
            Where = folder,
            Expected = "a run.json that can be read beside measurements.jsonl",
            Remedy = "measure first: afmpeg-perf run",
        };

    private static bool HoldsMerge(string folder)
    {
        try
        {
            return MergedJson.Is(File.ReadAllText(Path.Combine(folder, ReportWriter.JsonFile)));
        }
        catch (Exception fault) when (FileFault.Is(fault))
        {
            return false;
        }
    }

    /// <summary>What of a run is compared.</summary>
    /// <exception cref="PerfException">There is none.</exception>
    public static RunSnapshot Snapshot(RunSettings settings, string folder) =>
        Read(settings.WithoutCustomThresholds() with { Output = folder }).Report.Snapshot;

    /// <summary>A run from its rows.</summary>
    public static RecordedRun Of(Declarations declared, RunState state, IEnumerable<Measurement> rows, ImmutableArray<CoreWindow> windows)
    {
        ImmutableArray<Measurement> own = [.. rows];
        var summaries = Summary.Of(declared.Matrix.Select(state.Cases.ToHashSet()), state.ReasonNotMeasured, own);
        var report = RunReport.Of(state, summaries, own, declared.Thresholds, windows, WhyUndecided(declared, state));
        return new RecordedRun(declared, state, report) { Rows = own };
    }

    // A lever that was not run is none that failed: only a run of all that the decision asks of its tier decides.
    private static (string Reason, string Remedy)? WhyUndecided(Declarations declared, RunState state)
    {
        if (!declared.Thresholds.RecordsDecision)
        {
            return (
                "the thresholds' file has limits alone", "judging it without AFMPEG_THRESHOLDS, in a folder that has no thresholds.json");
        }

        if (state.Media is { } media)
        {
            return ($"{media.File} was measured, and not the media library", DecisionRule.Remedy);
        }

        // The tier may have no case: an exact case id overrules it, and a user's lanes may have cases in the full tier alone.
        var asked = DecisionCases.Of(declared.Matrix.Of(state.Tier), declared.Thresholds, state.Conditions.Host.Cores);
        var missing =
            asked.Where(benchmarkCase => !state.Cases.Contains(benchmarkCase.Id)).Select(benchmarkCase => benchmarkCase.Id).ToArray();
        return missing.Length == 0 ? null
            : ($"the run did not measure {missing.Length} of {CountText.Of(asked.Length, "case")} that the decision asks of the "
                + $"{state.Tier.ToString().ToLowerInvariant()} tier, such as {missing[0]}", DecisionRule.Remedy);
    }

    /// <summary>Where a folder's rows are.</summary>
    internal static string LogIn(string folder) => Path.Combine(folder, "measurements.jsonl");
}
