using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Reports;
using Afmpeg.Perf.Running;
using Afmpeg.Perf.Toolchains;
using Afmpeg.Perf.Verdicts;

namespace Afmpeg.Perf.Accepting;

/// <summary>What accepting a run records of its decision: the decision in thresholds.json, and the document that follows.</summary>
internal static class DecisionRecord
{
    /// <summary>The decision in thresholds.json.</summary>
    /// <returns>The file with the new decision, or left where the run makes the recorded one, or none.</returns>
    /// <exception cref="PerfException">It is another one, and nobody says why that is right.</exception>
    public static AcceptedRecord Decision(RecordedRun run, SuiteFolders folders, string? rationale, string command)
    {
        var (measured, recorded) = (run.Report.Measured, run.Report.Decision);
        if (!measured.Contradicts(recorded))
        {
            var what = measured.Outcome == DecisionOutcome.Undecided
                ? $"the run decides nothing: {measured.Sentence}"
                : "the run makes the recorded one";
            return new AcceptedRecord(folders.RecordedThresholds, $"decision: left as it is, since {what}", null);
        }

        if (string.IsNullOrWhiteSpace(rationale))
        {
            throw new PerfException(
                ExitStatus.BadUsage, "The run's decision differs from the recorded one, and a new decision needs a reason; nothing was "
                + "written")
            {
                Where = folders.Thresholds,
                Expected = $"{Words.Key(recorded.Outcome)}{(recorded.Lever is { } lever ? $" ({lever})" : "")}: {recorded.Rationale}",
                Observed = measured.Sentence,
                Remedy = $"say why it is right: {command} --rationale 'WHY'; or fix the cause",
            };
        }

        var decision = new RecordedDecision(recorded.Requirement, measured.Outcome, measured.Lever?.Change.Id, rationale,
            DateOnly.FromDateTime(run.Report.Started.UtcDateTime))
        {
            Exceeded = measured.Exceeded,
        };
        return new AcceptedRecord(
            folders.RecordedThresholds,
            $"decision: {Words.Key(recorded.Outcome)} -> {measured.Sentence}",
            ThresholdsText.With(File.ReadAllText(folders.Thresholds), decision));
    }

    /// <summary>The document that follows: the draft of an implementation spec, or the statement that closes the requirement.</summary>
    /// <returns>The draft; left where there is one already, which people may have written in, and where nothing was decided.</returns>
    public static AcceptedRecord Document(RecordedRun run, SuiteFolders folders)
    {
        if (PromotionDocument.SlugOf(run.Report) is not { } slug)
        {
            return new AcceptedRecord(folders.Specs, "document: none, since nothing was decided", null);
        }

        var known = Directory.Exists(folders.Specs)
            ? Directory.GetFiles(folders.Specs, "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().ToArray()
            : [];
        if (known.FirstOrDefault(name => name.EndsWith($"-{slug}", StringComparison.Ordinal)) is { } there)
        {
            return new AcceptedRecord(Path.Combine(folders.Specs, $"{there}.md"),
                "document: left as it is, since people may have written in it; delete it to have it drafted again", null);
        }

        var number = known.Select(name => int.TryParse(name.Split('-')[0], out var used) ? used : 0).DefaultIfEmpty(0).Max() + 1;
        return new AcceptedRecord(Path.Combine(folders.Specs, $"{number:0000}-{slug}.md"), $"document: drafted of run {run.Report.Run}",
            PromotionDocument.Render(run.Report));
    }
}
