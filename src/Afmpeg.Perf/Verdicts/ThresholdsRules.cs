using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What must hold of thresholds.json beyond its schema. Each rule yields every fault that it finds.</summary>
internal static class ThresholdsRules
{
    /// <summary>Holds a file against every rule.</summary>
    /// <param name="document">The file, or as much of it as could be read.</param>
    /// <param name="caseIds">Every case that there is.</param>
    /// <param name="leverIds">Every lever that there is.</param>
    /// <param name="guidanceIds">Everything that callers can be advised to do.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Faults(
        CheckedDocument<ThresholdsDocument> document,
        IReadOnlyCollection<string> caseIds,
        IReadOnlyCollection<string> leverIds,
        IReadOnlyCollection<string> guidanceIds) =>
    [
        .. DecisionRules.Faults(document, leverIds),
        .. GuidanceRules.Faults(document, guidanceIds),
        .. Repeated(document, "guidance", document.Value.Guidance.Select(choice => choice.Id)),
        .. Repeated(document, "levers", document.Value.Levers.Select(lever => lever.Id)),
        .. Repeated(document, "profiles", document.Value.Profiles.Select(profile => profile.Id)),
        .. document.Value.Profiles.SelectMany((profile, index) => ProfileFaults(document, profile, $"profiles[{index}]")),
        .. Repeated(document, "limits", document.Value.Limits.Select(limit => limit.Id)),
        .. document.Value.Limits.SelectMany((limit, index) => LimitRules.Faults(document, limit, $"limits[{index}]", caseIds)),
        .. Contradictions(document),
    ];

    /// <summary>A fault where a text says nothing.</summary>
    /// <param name="document">The file.</param>
    /// <param name="path">The text's path.</param>
    /// <param name="text">The text.</param>
    /// <returns>The fault, or none.</returns>
    public static IEnumerable<ConfigurationFault> Blank(CheckedDocument<ThresholdsDocument> document, string path, string text) =>
        string.IsNullOrWhiteSpace(text) ? [document.Fault(path, $"'{path}' is empty", "a sentence that somebody can check", "nothing")] : [];

    private static IEnumerable<ConfigurationFault> ProfileFaults(CheckedDocument<ThresholdsDocument> document, ProfileEntry profile, string path) =>
    [
        .. Blank(document, $"{path}.id", profile.Id),
        .. Blank(document, $"{path}.does", profile.Does),
        .. Blank(document, $"{path}.why", profile.Why),
    ];

    private static IEnumerable<ConfigurationFault> Repeated(CheckedDocument<ThresholdsDocument> document, string list, IEnumerable<string> ids) =>
        ids.Index().GroupBy(entry => entry.Item, StringComparer.Ordinal).SelectMany(same => same.Skip(1).Select(again => document.Fault(
            $"{list}[{again.Index}].id",
            $"the id '{again.Item}' is there twice in '{list}'",
            "each id once",
            $"it is in line {document.LineOf($"{list}[{same.First().Index}].id")} already")));

    private static IEnumerable<ConfigurationFault> Contradictions(CheckedDocument<ThresholdsDocument> document)
    {
        var limits = document.Value.Limits.Index().Where(limit => document.IsRead($"limits[{limit.Index}]")).ToArray();
        return
            from floor in limits
            from ceiling in limits
            where floor.Item.AtLeast > ceiling.Item.AtMost && floor.Index != ceiling.Index && IsSameSubject(floor.Item, ceiling.Item)
            let lines = (Floor: document.LineOf($"limits[{floor.Index}].atLeast"), Ceiling: document.LineOf($"limits[{ceiling.Index}].atMost"))
            select document.Fault(
                $"limits[{Math.Max(floor.Index, ceiling.Index)}]",
                $"no value can be within both '{floor.Item.Id}' and '{ceiling.Item.Id}'",
                "an atLeast that is no larger than the atMost for the same cases",
                $"at least {floor.Item.AtLeast} (line {lines.Floor}), at most {ceiling.Item.AtMost} (line {lines.Ceiling})");
    }

    private static bool IsSameSubject(LimitEntry one, LimitEntry other) =>
        one.Cases == other.Cases && one.Metric == other.Metric && one.Profile == other.Profile;
}
