using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Measurements;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Reports.Html;
using Afmpeg.Perf.Reports.Merged;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Summaries;

namespace Afmpeg.Perf.Merging;

/// <summary>One report of runs on several machines. Nothing is measured.</summary>
public sealed class Merge(RunSettings settings)
{
    /// <summary>Merges and writes report.md, report.html, report.json and the rows.</summary>
    /// <exception cref="PerfException">The runs are not known to have done the same work, there is none, or the output folder holds a
    /// run.</exception>
    public MergedReport Write(IReadOnlyList<string> folders)
    {
        if (RunState.Read(settings.Output) is { } own)
        {
            throw new PerfException(ExitStatus.BadUsage, "A merged report would take the place of a run's")
            {
                Where = settings.Output,
                Expected = "a folder that holds no run",
                Observed = $"run {own.Run}",
                Remedy = "name another folder: --output DIR",
            };
        }

        var input = MergeInput.Read(folders);
        var report = Of(input);
        var page = MergedPage.Of(report);
        ReportWriter.WriteWhole(
            [
                (Path.Combine(settings.Output, ReportWriter.JsonFile), MergedJson.Render(report)),
                (Path.Combine(settings.Output, "report.md"), MarkdownReport.Render(page)),
                (Path.Combine(settings.Output, "report.html"), HtmlReport.Render(page)),
                (RecordedRun.LogIn(settings.Output), string.Concat(input.Runs.SelectMany(run => run.Rows).Select(row => row.ToLine()))),
            ],
            CommandText.Of("afmpeg-perf", ["merge", .. folders, "--output", settings.Output]));
        return report;
    }

    /// <summary>Merges without writing.</summary>
    /// <exception cref="PerfException">The runs are not known to have done the same work.</exception>
    public MergedReport Of(MergeInput input)
    {
        // Which fleets and batches there are follows a machine's cores, and not those of the machine that merges.
        var declared = new Dictionary<(int Cores, string? Media, RecordedLanes? Lanes), Declarations>();
        var runs = input.Runs.Select(run =>
        {
            var (state, key) = (run.State, (run.State.Conditions.Host.Cores, run.State.Media?.Sha256, run.State.Lanes));
            if (!declared.TryGetValue(key, out var known))
            {
                known = declared[key] = RecordedRun.DeclarationsOf(state, settings);
            }

            var cases = Summary.Of(known.Matrix.Select(state.Cases.ToHashSet()), state.ReasonNotMeasured, run.Rows);
            return (State: state, Floor: NoiseFloor.Of(run.Rows), Cases: cases);
        }).ToImmutableArray();
        SameWork.Check([.. runs.Select(run => RunSnapshot.Of(run.State.Run, run.State.Conditions, [], run.State.Lanes))]);
        return MergedReport.Of(runs, input.Notes, declared.Values.First().Thresholds);
    }
}
