using System.Text;
using Afmpeg.Perf.Comparisons;
using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Lanes;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Accepting;

/// <summary>Records what a finished run measured, for later runs to be compared with. People review and commit it.</summary>
public static class Acceptance
{
    /// <summary>Records a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="folders">Where the repository is.</param>
    /// <param name="rationale">Why a decision that is another than the recorded one is right; null where none is given.</param>
    /// <param name="command">What accepts this run again, without the rationale, as a shell reads it.</param>
    /// <returns>What was written, and what was left and why.</returns>
    /// <exception cref="PerfException">Later runs cannot be compared with this one, or it decides differently and no rationale is given:
    /// the message has every reason.</exception>
    public static ImmutableArray<AcceptedRecord> Record(
        RecordedRun run, SuiteFolders folders, string? rationale = null, string command = "afmpeg-perf accept")
    {
        Check(run, folders);
        // All are made before the first is written. An installed tool has neither the specs nor the documents of a clone.
        ImmutableArray<AcceptedRecord> records =
        [
            .. folders.IsClone ? (AcceptedRecord[])[PerfTable(run, folders)] : [],
            DecisionRecord.Decision(run, folders, rationale, command),
            .. folders.IsClone ? (AcceptedRecord[])[DecisionRecord.Document(run, folders)] : [],
            Operations(run, folders),
        ];
        AtomicFiles.Write(
            [.. records.Where(record => record.Text is not null).Select(record => (record.Path, record.Text!))],
            "What was accepted cannot be recorded",
            $"make room or change its permissions, then: {command}"
                + (rationale is null ? "" : $" {CommandText.Of("--rationale", [rationale])}"));
        return records;
    }

    private static void Check(RecordedRun run, SuiteFolders folders)
    {
        ImmutableArray<string> reasons =
        [
            .. run.State.IsUnfinished ? (string[])["the run is unfinished: give the command that began it again"] : [],
            .. run.State.Media is { } own ? (string[])[$"it measured a file of its own, {own.File}, and not the media library"] : [],
            .. run.State.Conditions.Versions.Any(version => version.Name == Lane.Native.Name)
                ? (string[])["its native was the program of a lanes file, and not the suite's own build"]
                : [],
            .. folders is { IsClone: true, CustomThresholds: { } limits }
                ? (string[])[$"it is judged by {limits}, and not by the suite's limits: unset AFMPEG_THRESHOLDS"]
                : [],
            .. IsOfOneRound(run.Report)
                ? (string[])["no case has more than one round, and one round gives no interval: give it more time (--budget)"]
                : [],
            .. run.Report.Cases.Where(summary => summary.Failure is not null)
                .Select(failed => $"{failed.Case.Id} failed: {failed.Failure}"),
        ];
        if (reasons.Length > 0)
        {
            throw new PerfException(ExitStatus.BadUsage, "This run cannot be accepted; nothing was written")
            {
                Where = $"run {run.State.Run}",
                Expected = "a finished run of the media library and the suite's own native build, of two rounds or more, in which no case "
                    + "failed",
                Observed = string.Join('\n', reasons),
                Remedy = "correct that, and measure again: afmpeg-perf run",
            };
        }
    }

    private static bool IsOfOneRound(RunReport report)
    {
        var repeated = report.Cases.Where(summary => summary.Case.Job.LaneCoverage != LaneCoverage.Once && summary.Rounds > 0).ToArray();
        return repeated.Length > 0 && repeated.All(summary => summary.Rounds == 1);
    }

    private static AcceptedRecord Operations(RecordedRun run, SuiteFolders folders)
    {
        var path = folders.OperationsBaseline;
        // A user's modules have no place in the suite's baseline. In their project's own they are for its version control.
        if ((folders.IsClone ? run.Report.Snapshot.Operations?.Gated() : run.Report.Snapshot.Operations)
            is not { Counts.IsEmpty: false } counted)
        {
            return new AcceptedRecord(path, "operations: left as they are, since the run counted none", null);
        }

        var what = $"operations: {CountText.Of(counted.Counts.Length, "count")} of run {run.State.Run}";
        try
        {
            var before = OperationsFile.Load(path);
            if (before is null)
            {
                return new AcceptedRecord(path, what, OperationsFile.Render(counted));
            }

            var kept = counted.Over(before);
            var dropped = before.Counts.ExceptBy(kept.Counts.Select(count => count.Key), count => count.Key).Count();
            var isRecompiled = before.Modules
                .Join(counted.Modules, old => old.Name, now => now.Name, (old, now) => old.Origin?.Compiler == now.Origin?.Compiler)
                .Contains(false);
            return new AcceptedRecord(
                path,
                $"{what}, {kept.Counts.Length - counted.Counts.Length} kept of the file "
                    + $"before{(dropped > 0 ? $", {dropped} dropped because their module or media changed" : "")}"
                    + (isRecompiled ? "; its modules were compiled by another compiler: hosts with the old one will skip these rows" : ""),
                OperationsFile.Render(kept));
        }
        catch (PerfException)
        {
            return new AcceptedRecord(path, $"{what}; the file before could not be read and is replaced", OperationsFile.Render(counted));
        }
    }

    private static AcceptedRecord PerfTable(RecordedRun run, SuiteFolders folders)
    {
        var path = folders.VerifiedTable;
        var quick = run.Declared.Matrix.Select(Tier.Quick, null).Where(benchmarkCase => !benchmarkCase.Lane.IsCustom)
            .Select(benchmarkCase => benchmarkCase.Id).ToHashSet();
        var held = run.Report.Cases.Count(summary => quick.Contains(summary.Case.Id));
        if (held < quick.Count)
        {
            return new AcceptedRecord(
                path, $"perf table: left as it is, since the run holds {held} of the {quick.Count} cases of the quick tier", null);
        }

        var report = run.Report with
        {
            Cases = [.. run.Report.Cases.Where(summary => quick.Contains(summary.Case.Id))],
            Findings = [.. run.Report.Findings.Where(finding => quick.Contains(finding.Case.Case.Id))],
        };
        var verified = File.Exists(path) ? File.ReadAllText(path) : "";
        var table = VerifiedTable.Render(report, verified, takesHost: true);
        var changes = VerifiedChanges.Of(report, verified, table);
        // As Verify writes its files.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.Preamble) + table;
        return new AcceptedRecord(path, string.Join("\n  ", [$"perf table: {changes.Length} changes", .. changes]), text);
    }
}

/// <summary>A file of the repository, or of the user's project, that accepting a run writes, or leaves.</summary>
/// <param name="Path">The file.</param>
/// <param name="What">What is in it, or why it is left as it is.</param>
/// <param name="Text">Its whole text; null where it is left as it is.</param>
public sealed record AcceptedRecord(string Path, string What, string? Text);
