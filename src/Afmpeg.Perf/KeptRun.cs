using System.Collections.Immutable;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Decisions;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.SharedCore;

namespace Afmpeg.Perf;

/// <summary>A run that a folder keeps, judged by the limits as they are now. Nothing is measured or written, and no tool is needed.</summary>
/// <param name="Declared">What the repository declares.</param>
/// <param name="State">The run.</param>
/// <param name="Report">What it says.</param>
public sealed record KeptRun(Declarations Declared, RunState State, RunReport Report)
{
    /// <summary>Its rows, in the order in which they were written.</summary>
    public ImmutableArray<Measurement> Rows { get; init; } = [];

    /// <summary>Reads the run of a folder.</summary>
    /// <param name="settings">Where the folder and the repository are.</param>
    /// <returns>The run, finished or not.</returns>
    /// <exception cref="PerfException">There is none.</exception>
    public static KeptRun Read(RunSettings settings)
    {
        var state = RunState.Read(settings.Output) ?? throw new PerfException(ExitStatus.Missing, "There is no run to report")
        {
            Where = settings.Output,
            Expected = "a run.json that can be read beside measurements.jsonl",
            Remedy = "measure first: afmpeg-perf run",
        };
        var rows = MeasurementLog.Read(LogIn(settings.Output), state.Run);
        // Which fleets and batches there are follows the cores of the machine that measured.
        var declared = Declarations.Load(settings.Folders, settings.Lanes, settings.Path, state.Conditions.Host.Cores);
        return Of(state.Media is { } own ? declared.For(own) : declared, state, rows, new WindowFile(settings.Output).Read(state.Run));
    }

    /// <summary>What of a run is compared.</summary>
    /// <param name="settings">Where the repository is.</param>
    /// <param name="folder">A folder of a run.</param>
    /// <returns>The extract.</returns>
    /// <exception cref="PerfException">There is none.</exception>
    public static RunExtract Extract(RunSettings settings, string folder) => Read(settings with { Output = folder }).Report.Extract;

    /// <summary>A run from its rows.</summary>
    /// <param name="declared">What the repository declares.</param>
    /// <param name="state">The run.</param>
    /// <param name="rows">The rows of its folder, of other runs too.</param>
    /// <param name="windows">Its windows of lanes that shared a core.</param>
    /// <returns>The run.</returns>
    public static KeptRun Of(Declarations declared, RunState state, IEnumerable<Measurement> rows, ImmutableArray<CoreWindow> windows)
    {
        var own = rows.Where(row => row.Run == state.Run).ToImmutableArray();
        var summaries = Summary.Of(declared.Matrix.Select(state.Cases.ToHashSet()), state.Conditions.WhyNot, own);
        return new KeptRun(declared, state, RunReport.Of(state, summaries, own, declared.Thresholds, windows, WhyUndecided(declared, state))) { Rows = own };
    }

    // A lever that was not run is none that failed: only a run of all that the decision asks of its tier decides.
    private static (string Reason, string Remedy)? WhyUndecided(Declarations declared, RunState state)
    {
        var asked = DecisionCases.Of(declared.Matrix.Select(state.Tier, null), declared.Thresholds, state.Conditions.Host.Cores);
        var missing = asked.Where(planned => !state.Cases.Contains(planned.Id)).Select(planned => planned.Id).ToArray();
        return state.Media is { } media ? ($"{media.File} was measured, and not the media library", DecisionRule.Remedy)
            : missing.Length == 0 ? null
            : ($"the run did not measure {missing.Length} of {CountText.Of(asked.Length, "case")} that the decision asks of the {state.Tier.ToString().ToLowerInvariant()} tier, such as {missing[0]}", DecisionRule.Remedy);
    }

    /// <summary>Where a folder's rows are.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The file's path.</returns>
    internal static string LogIn(string folder) => Path.Combine(folder, "measurements.jsonl");
}
