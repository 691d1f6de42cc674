using Afmpeg.Perf.Foundation;
using Afmpeg.Perf.Workloads;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What must hold of thresholds.json beyond its schema. Each rule yields every fault that it finds.</summary>
internal sealed class ThresholdsRules(
    CheckedDocument<ThresholdsDocument> document, IReadOnlyCollection<string>? caseIds, IReadOnlyCollection<string> leverIds,
        IReadOnlyCollection<string> guidanceIds)
{
    private const string Requirement = "R-AF-12";

    private readonly ThresholdsDocument file = document.Value;

    /// <summary>The faults of the file, or of as much of it as could be read.</summary>
    public IEnumerable<ConfigurationFault> Faults() =>
    [
        .. file.Decision is { } decision ? Decision(decision) : [],
        .. file.Decision is null && Decides
            ? [document.Fault(
                "decision", "'guidance' and 'levers' are there without a decision", "'decision', or none of the three", "no decision")]
            : (ConfigurationFault[])[],
        .. Known("levers", "lever", leverIds, [.. file.Levers.Select(lever => lever.Id)], "has no rating",
            "each of the suite's levers in 'levers', with its cost and why"),
        .. Each("levers", file.Levers, lever => lever.Id, Rating),
        .. Known(
            "guidance", "guidance", guidanceIds, [.. file.Guidance.Select(choice => choice.Id)], "is neither adopted nor rejected",
            "each of the suite's guidance in 'guidance', adopted or not, and why"),
        .. Each("guidance", file.Guidance, choice => choice.Id,
            (choice, path) => [.. Blank($"{path}.why", choice.Why), .. Blank($"{path}.givesUp", choice.GivesUp)]),
        .. Each("profiles", file.Profiles, profile => profile.Id,
            (profile, path) => [.. Blank($"{path}.does", profile.Does), .. Blank($"{path}.why", profile.Why)]),
        .. Each("limits", file.Limits, limit => limit.Id, Limit),
        .. caseIds is { } known ? file.Limits.SelectMany((limit, index) => Strays(limit, $"limits[{index}].cases", known)) : [],
        .. Contradictions(),
    ];

    // A user's file has limits alone.
    private bool Decides => file.Decision is not null || !file.Levers.IsEmpty || !file.Guidance.IsEmpty;

    private IEnumerable<ConfigurationFault> Decision(RecordedDecision decision)
    {
        if (decision.Requirement != Requirement)
        {
            yield return document.Fault("decision.requirement", "the decision is about another requirement", Requirement,
                $"'{decision.Requirement}'");
        }

        var outcome = document.IsRead("decision.outcome") ? decision.Outcome : (DecisionOutcome?)null;
        if (outcome == DecisionOutcome.Go && string.IsNullOrWhiteSpace(decision.Lever))
        {
            yield return document.Fault("decision.lever", "a decision 'go' names no lever",
                "the one lever that is worth an implementation spec", "none");
        }
        else if (outcome == DecisionOutcome.Go && !leverIds.Contains(decision.Lever!))
        {
            yield return Unknown("decision.lever", "lever", decision.Lever!, leverIds);
        }
        else if (outcome is DecisionOutcome.NoGo or DecisionOutcome.Undecided && decision.Lever is not null)
        {
            var word = outcome == DecisionOutcome.NoGo ? "no-go" : "undecided";
            yield return document.Fault("decision.lever", $"a decision '{word}' names a lever", "null", $"'{decision.Lever}'");
        }

        if (outcome == DecisionOutcome.Undecided && decision.Exceeded.Length > 0)
        {
            yield return document.Fault(
                "decision.exceeded", "a decision 'undecided' names limits that are exceeded", "none: only a go or a no-go rests on them",
                    string.Join(", ", decision.Exceeded));
        }

        var limits = file.Limits.Select(limit => limit.Id).ToArray();
        foreach (var (index, named) in decision.Exceeded.Index().Where(named => !limits.Contains(named.Item) && document.IsRead("limits")))
        {
            yield return document.Fault(
                $"decision.exceeded[{index}]", "the decision rests on a limit that is not in 'limits'",
                    $"one of {string.Join(", ", limits)}; if it was removed, remove it here, too", $"'{named}'");
        }

        foreach (var fault in Blank("decision.rationale", decision.Rationale))
        {
            yield return fault;
        }
    }

    // Each of the suite's must be in the list, and nothing else.
    private IEnumerable<ConfigurationFault> Known(
        string list, string noun, IReadOnlyCollection<string> known, ImmutableArray<string> listed, string isMissing, string expected) =>
    [
        .. known.Except(listed).Where(_ => Decides)
            .Select(missing => document.Fault(list, $"the {noun} '{missing}' {isMissing}", expected, "nothing of it")),
        .. listed.Index().Where(id => !string.IsNullOrWhiteSpace(id.Item) && !known.Contains(id.Item))
            .Select(id => Unknown($"{list}[{id.Index}].id", noun, id.Item, known)),
    ];

    private ConfigurationFault Unknown(string path, string noun, string id, IReadOnlyCollection<string> known) =>
        document.Fault(path, $"there is no such {noun}", $"one of {string.Join(", ", known)}", $"'{id}'");

    // Each entry has an id, once, and keeps to its own rules.
    private IEnumerable<ConfigurationFault> Each<T>(
        string list, ImmutableArray<T> entries, Func<T, string> idOf, Func<T, string, IEnumerable<ConfigurationFault>> rules) =>
    [
        .. entries.Select(idOf).Index().GroupBy(entry => entry.Item, StringComparer.Ordinal).SelectMany(same => same.Skip(1)
            .Select(again => document.Fault(
            $"{list}[{again.Index}].id",
            $"the id '{again.Item}' is there twice in '{list}'",
            "each id once",
            $"it is in line {document.LineOf($"{list}[{same.First().Index}].id")} already"))),
        .. entries.SelectMany((entry, index) => Blank($"{list}[{index}].id", idOf(entry)).Concat(rules(entry, $"{list}[{index}]"))),
    ];

    private IEnumerable<ConfigurationFault> Blank(string path, string text) =>
        string.IsNullOrWhiteSpace(text)
            ? [document.Fault(path, $"'{path}' is empty", "a sentence that somebody can check", "nothing")]
            : [];

    private IEnumerable<ConfigurationFault> Rating(LeverRating lever, string path)
    {
        if (lever.Maintenance is < 1 or > LeverRating.Most)
        {
            yield return document.Fault(
                $"{path}.maintenance", $"the cost of '{lever.Id}' is off the scale", $"a whole number from 1 to {LeverRating.Most}",
                    $"{lever.Maintenance}");
        }

        foreach (var fault in Blank($"{path}.why", lever.Why))
        {
            yield return fault;
        }
    }

    private IEnumerable<ConfigurationFault> Limit(LimitEntry limit, string path)
    {
        var profiles = file.Profiles.Select(profile => profile.Id).ToArray();
        if (!profiles.Contains(limit.Profile) && document.IsRead("profiles"))
        {
            yield return document.Fault(
                $"{path}.profile", $"limit '{limit.Id}' names a profile that is not in 'profiles'",
                    $"one of {string.Join(", ", profiles)}", $"'{limit.Profile}'");
        }

        if (limit is { AtMost: null, AtLeast: null })
        {
            yield return document.Fault($"{path}.atMost", $"limit '{limit.Id}' limits nothing", "atMost or atLeast", "neither");
        }
        else if (limit is { AtMost: not null, AtLeast: not null })
        {
            yield return document.Fault(
                $"{path}.atLeast", $"limit '{limit.Id}' has both atMost and atLeast", "one of them; two limits for a range", "both");
        }

        var isMetricRead = document.IsRead($"{path}.metric");
        foreach (var (key, value) in new[] { ("atMost", limit.AtMost), ("atLeast", limit.AtLeast) }.Where(end => end.Item2 <= 0
            && isMetricRead))
        {
            yield return document.Fault(
                $"{path}.{key}", $"limit '{limit.Id}' is not above 0, as every {MetricFacts.NameOf(limit.Metric)} is", "a number above 0",
                    $"{value}");
        }

        if (limit.Unit != MetricFacts.UnitOf(limit.Metric) && isMetricRead)
        {
            yield return document.Fault(
                $"{path}.unit", $"limit '{limit.Id}' does not have the unit of its metric, the {MetricFacts.NameOf(limit.Metric)}",
                    $"'{MetricFacts.UnitOf(limit.Metric)}'", $"'{limit.Unit}'");
        }

        foreach (var fault in Blank($"{path}.rationale", limit.Rationale).Concat(Blank($"{path}.source", limit.Source)))
        {
            yield return fault;
        }
    }

    // The cases of a user's own clip are declared only once its file has been looked at.
    private IEnumerable<ConfigurationFault> Strays(LimitEntry limit, string path, IReadOnlyCollection<string> known) =>
        new Glob(limit.Cases).FittingNone(known).Where(stray => !known.Any(CustomMediaWorkload.WithAnyClip(stray).Matches))
            .Select(stray => document.Fault(path,
                $"limit '{limit.Id}' {(stray.Pattern == limit.Cases ? "judges no case" : "has a pattern that fits no case")}",
                $"a pattern that fits at least one of {CountText.Of(known.Count, "case")} (lanes of your own need --lanes FILE); "
                    + $"the nearest is {known.MinBy(id => EditDistance.Between(stray.Pattern, id)) ?? "none"}",
                $"'{stray.Pattern}'"));

    private IEnumerable<ConfigurationFault> Contradictions()
    {
        var limits = file.Limits.Index().Where(limit => document.IsRead($"limits[{limit.Index}]")).ToArray();
        return
            from floor in limits
            from ceiling in limits
            where floor.Item.AtLeast > ceiling.Item.AtMost && floor.Index != ceiling.Index
                && (floor.Item.Cases, floor.Item.Metric, floor.Item.Profile) == (ceiling.Item.Cases, ceiling.Item.Metric,
                    ceiling.Item.Profile)
            let lines = (Floor: document.LineOf($"limits[{floor.Index}].atLeast"),
                Ceiling: document.LineOf($"limits[{ceiling.Index}].atMost"))
            select document.Fault(
                $"limits[{Math.Max(floor.Index, ceiling.Index)}]",
                $"no value can be within both '{floor.Item.Id}' and '{ceiling.Item.Id}'",
                "an atLeast that is no larger than the atMost for the same cases",
                $"at least {floor.Item.AtLeast} (line {lines.Floor}), at most {ceiling.Item.AtMost} (line {lines.Ceiling})");
    }
}
