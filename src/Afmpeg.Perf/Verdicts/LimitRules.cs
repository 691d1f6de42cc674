using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What must hold of one limit of thresholds.json.</summary>
internal static class LimitRules
{
    /// <summary>Holds a limit against every rule.</summary>
    /// <param name="document">The file.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="path">Its path in the file.</param>
    /// <param name="caseIds">Every case that there is.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Faults(
        CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path, IReadOnlyCollection<string> caseIds) =>
    [
        .. ThresholdsRules.Blank(document, $"{path}.id", limit.Id),
        .. Profile(document, limit, path),
        .. Cases(document, limit, path, caseIds),
        .. Ends(document, limit, path),
        .. Positive(document, limit, $"{path}.atMost", limit.AtMost),
        .. Positive(document, limit, $"{path}.atLeast", limit.AtLeast),
        .. Unit(document, limit, path),
        .. ThresholdsRules.Blank(document, $"{path}.rationale", limit.Rationale),
        .. ThresholdsRules.Blank(document, $"{path}.source", limit.Source),
    ];

    private static IEnumerable<ConfigurationFault> Profile(CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path)
    {
        var known = document.Value.Profiles.Select(profile => profile.Id).ToArray();
        return known.Contains(limit.Profile, StringComparer.Ordinal) || !document.IsRead("profiles")
            ? []
            : [document.Fault(
                $"{path}.profile",
                $"limit '{limit.Id}' names a profile that is not in 'profiles'",
                $"one of {string.Join(", ", known)}",
                $"'{limit.Profile}'")];
    }

    private static IEnumerable<ConfigurationFault> Cases(
        CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path, IReadOnlyCollection<string> caseIds)
    {
        var pattern = new Glob(limit.Cases);
        return caseIds.Any(pattern.Matches)
            ? []
            : [document.Fault(
                $"{path}.cases",
                $"limit '{limit.Id}' judges no case",
                $"a pattern that fits at least one of {CountText.Of(caseIds.Count, "case")}; the nearest is {caseIds.MinBy(id => EditDistance.Between(limit.Cases, id)) ?? "none"}",
                $"'{limit.Cases}'")];
    }

    private static IEnumerable<ConfigurationFault> Ends(CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path) =>
        (limit.AtMost, limit.AtLeast) switch
        {
            (null, null) => [document.Fault($"{path}.atMost", $"limit '{limit.Id}' limits nothing", "atMost or atLeast", "neither")],
            (not null, not null) => [document.Fault($"{path}.atLeast", $"limit '{limit.Id}' has two ends", "atMost or atLeast; two limits for a range", "both")],
            _ => [],
        };

    // A delta rate may be anything: 0 % is as good as the reference, and less is better.
    private static IEnumerable<ConfigurationFault> Positive(CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path, double? value) =>
        value <= 0 && limit.Metric != Metric.BdRatePercent && document.IsRead($"{path[..path.LastIndexOf('.')]}.metric")
            ? [document.Fault(path, $"limit '{limit.Id}' is not above 0, as every {MetricFacts.NameOf(limit.Metric)} is", "a number above 0", $"{value}")]
            : [];

    private static IEnumerable<ConfigurationFault> Unit(CheckedDocument<ThresholdsDocument> document, LimitEntry limit, string path)
    {
        var unit = MetricFacts.UnitOf(limit.Metric);
        return limit.Unit == unit || !document.IsRead($"{path}.metric")
            ? []
            : [document.Fault(
                $"{path}.unit",
                $"limit '{limit.Id}' has another unit than its metric, the {MetricFacts.NameOf(limit.Metric)}",
                $"'{unit}'",
                $"'{limit.Unit}'")];
    }
}
