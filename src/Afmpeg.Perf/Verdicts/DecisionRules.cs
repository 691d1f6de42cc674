using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What must hold of the recorded decision and of the levers' ratings in thresholds.json.</summary>
internal static class DecisionRules
{
    private const string Requirement = "R-AF-12";

    /// <summary>Holds both against every rule.</summary>
    /// <param name="document">The file.</param>
    /// <param name="leverIds">Every lever that there is.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Faults(CheckedDocument<ThresholdsDocument> document, IReadOnlyCollection<string> leverIds) =>
    [
        .. OfDecision(document),
        .. Exceeded(document),
        .. document.Value.Decision.Outcome == DecisionOutcome.Go ? Unknown(document, "decision.lever", document.Value.Decision.Lever, leverIds) : [],
        .. document.Value.Levers.SelectMany((lever, index) => OfRating(document, lever, $"levers[{index}]", leverIds)),
        .. leverIds.Except(document.Value.Levers.Select(lever => lever.Id)).Select(missing => document.Fault(
            "levers", $"the lever '{missing}' has no rating", "each of the suite's levers in 'levers', with its cost and why", "nothing of it")),
    ];

    private static IEnumerable<ConfigurationFault> OfDecision(CheckedDocument<ThresholdsDocument> document)
    {
        var decision = document.Value.Decision;
        if (decision.Requirement != Requirement)
        {
            yield return document.Fault("decision.requirement", "the decision is about another requirement", Requirement, $"'{decision.Requirement}'");
        }

        var outcome = document.IsRead("decision.outcome") ? decision.Outcome : (DecisionOutcome?)null;
        if (outcome == DecisionOutcome.Go && string.IsNullOrWhiteSpace(decision.Lever))
        {
            yield return document.Fault("decision.lever", "a decision 'go' names no lever", "the one lever that is worth an implementation spec", "none");
        }

        if (outcome is DecisionOutcome.NoGo or DecisionOutcome.Undecided && decision.Lever is not null)
        {
            var word = outcome == DecisionOutcome.NoGo ? "no-go" : "undecided";
            yield return document.Fault("decision.lever", $"a decision '{word}' names a lever", "null", $"'{decision.Lever}'");
        }

        if (outcome == DecisionOutcome.Undecided && decision.Exceeded.Length > 0)
        {
            yield return document.Fault("decision.exceeded", "a decision 'undecided' names limits that are exceeded", "none: only a go "
                + "or a no-go rests on them", string.Join(", ", decision.Exceeded));
        }

        foreach (var fault in ThresholdsRules.Blank(document, "decision.rationale", decision.Rationale))
        {
            yield return fault;
        }
    }

    private static IEnumerable<ConfigurationFault> Exceeded(CheckedDocument<ThresholdsDocument> document)
    {
        var known = document.Value.Limits.Select(limit => limit.Id).ToArray();
        return document.Value.Decision.Exceeded.Index().Where(named => !known.Contains(named.Item, StringComparer.Ordinal) && document.IsRead("limits"))
            .Select(named => document.Fault(
                $"decision.exceeded[{named.Index}]", "the decision rests on a limit that is not in 'limits'", $"one of {string.Join(", ", known)}", $"'{named.Item}'"));
    }

    private static IEnumerable<ConfigurationFault> Unknown(
        CheckedDocument<ThresholdsDocument> document, string path, string? lever, IReadOnlyCollection<string> leverIds) =>
        string.IsNullOrWhiteSpace(lever) || leverIds.Contains(lever)
            ? []
            : [document.Fault(path, "there is no such lever", $"one of {string.Join(", ", leverIds)}", $"'{lever}'")];

    private static IEnumerable<ConfigurationFault> OfRating(
        CheckedDocument<ThresholdsDocument> document, LeverEntry lever, string path, IReadOnlyCollection<string> leverIds) =>
    [
        .. ThresholdsRules.Blank(document, $"{path}.id", lever.Id),
        .. Unknown(document, $"{path}.id", lever.Id, leverIds),
        .. lever.Maintenance is >= 1 and <= LeverRating.Most || !document.IsRead($"{path}.maintenance")
            ? (ConfigurationFault[])[]
            : [document.Fault($"{path}.maintenance", $"the cost of '{lever.Id}' is off the scale", $"a whole number from 1 to {LeverRating.Most}", $"{lever.Maintenance}")],
        .. ThresholdsRules.Blank(document, $"{path}.why", lever.Why),
    ];
}
