using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Statistics;
using Afmpeg.Perf.Summaries;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Verdicts;

/// <summary>
/// Writes a comparison so that a reader who sees nothing else knows what to make of it: numbers, limit, why, where the time goes, what to
/// type.
/// </summary>
internal static class FindingSentence
{
    /// <summary>The text of a finding in several lines; with every summary at hand, to name a faster lane.</summary>
    public static string Of(Finding finding, Reading<NoiseFloor> floor, ImmutableArray<CaseSummary> all, string? customFiles)
    {
        var (limit, summary) = (finding.Limit, finding.Case);
        var lines = new[]
        {
            Comparison(finding, floor),
            WhereItGoes(limit, summary, finding.Verdict, all),
            summary.Remark is { } remark && MetricFacts.IsTimed(limit.Metric) ? $"Note: {remark}." : "",
            $"Again:  afmpeg-perf run {(customFiles is null ? Media(summary) : $"{customFiles} ")}--filter '{summary.Case.Id}'",
        };
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    // The cases of a user's own clip exist only where it is named again, and a run of an earlier version did not keep its path.
    private static string Media(CaseSummary summary) =>
        summary.Case.Job.Inputs.Any(input => input.Item.Id.StartsWith(CustomMediaWorkload.Prefix, StringComparison.Ordinal))
            ? "--media FILE " : "";

    private static string Comparison(Finding finding, Reading<NoiseFloor> floor)
    {
        var (limit, observed) = (finding.Limit, finding.Observed);
        var name = MetricFacts.NameOf(limit.Metric);
        var reason = $"(\"{limit.Id}\", {limit.Where}, {limit.Whose}: {limit.Rationale})";
        var reading = observed.Show(estimate => Evidence(limit.Metric, estimate), absent => absent);
        var expected = $"Expected the {name} to be {limit.Bound} {reason}";
        return finding.Verdict switch
        {
            Verdict.Within => $"The {name} was {reading}: {Wholly(observed)}within the limit, {limit.Bound}\n{reason}.",
            Verdict.Exceeded => $"{expected},\nbut it was {reading}: {Beyond(limit, observed)}.",
            Verdict.Inconclusive when observed.Reason is null =>
                $"{expected},\nbut that is not settled: it was {reading}, and {Standing(finding, floor)}.",
            Verdict.Inconclusive => $"{expected},\nbut that is not settled after {CountText.Of(finding.Case.Rounds, "round")}: {reading}.",
            _ => $"{expected},\nbut it was not measured: {reading}.",
        };
    }

    private static string Standing(Finding finding, Reading<NoiseFloor> floor) => finding.Doubt switch
    {
        Doubt.WithinNoise => "it is closer to the limit than this host's noise floor "
            + $"({floor.Show(known => $"{Figures.Of(known.Fraction * 100)} %", reason => reason)})",
        Doubt.AmongMany =>
            "while even the near end lies beyond, with this many limits that happens by chance with probability "
                + $"{Figures.Of(finding.Chance)} (at most {FamilyWiseError.Level} raises an alarm); more rounds would tell",
        _ => "the interval straddles the limit",
    };

    private static string Evidence(Metric metric, Estimate estimate) =>
        $"{MetricFacts.Show(metric, estimate)} over "
            + CountText.Of(estimate.Count, metric == Metric.NativeMultiple ? "paired round" : "round");

    private static string Wholly(Reading<Estimate> observed) => observed.TryGet(out var estimate) && !IsExact(estimate)
        ? "the whole interval lies " : "";

    private static string Beyond(Limit limit, Reading<Estimate> observed) =>
        observed.TryGet(out var estimate) && IsExact(estimate)
        ? "it lies beyond"
        : limit.AtMost is not null ? "even the lower end lies beyond"
        : "even the upper end falls short";

    private static bool IsExact(Estimate estimate) => estimate.Level >= 1;

    // Only times have parts; a lane without its baselines has no decomposition, and then the line is left out.
    private static string WhereItGoes(Limit limit, CaseSummary summary, Verdict verdict, ImmutableArray<CaseSummary> all)
    {
        if (!MetricFacts.IsTimed(limit.Metric))
        {
            return "";
        }

        var parts = summary.Decomposition.Show(found => $"Where it goes: {found.InWords}.", _ => "");
        return $"{parts} {(verdict == Verdict.Exceeded ? OtherLane(limit.Metric, summary, all) : "")}".Trim();
    }

    private static string OtherLane(Metric metric, CaseSummary summary, ImmutableArray<CaseSummary> all) => all
        .Where(other => other.Case.Job.Id == summary.Case.Job.Id && other.Case.Lane is { IsWasm: true, IsReferenceOnly: false }
            && other.Case.Lane != summary.Case.Lane && other.Failure is null)
        .Select(other => (other.Case.Lane, Multiple: other.NativeMultiple.TryGet(out var multiple)
            ? multiple.Value
            : double.PositiveInfinity))
        .Where(other => double.IsFinite(other.Multiple))
        .OrderBy(other => other.Multiple)
        .Select(other => $"The same job on {other.Lane.Name}: {Figures.Of(other.Multiple)}"
            + $"{(metric == Metric.NativeMultiple ? "" : " x native")}.")
        .FirstOrDefault("");
}
