using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>Reads thresholds.json.</summary>
public static class ThresholdsFile
{
    /// <summary>Loads the file and holds it against the suite's cases.</summary>
    /// <param name="path">The file.</param>
    /// <param name="caseIds">
    /// Every case that there is, of either tier, so that no pattern judges nothing; null where a pattern may judge nothing.
    /// </param>
    /// <param name="leverIds">Every lever that there is: each has its rating.</param>
    /// <param name="guidanceIds">Everything that callers can be advised to do: each is adopted or rejected.</param>
    /// <exception cref="PerfException">The file is missing (exit status 3), or has faults (exit status 2), all named.</exception>
    public static Thresholds Load(
        string path, IReadOnlyCollection<string>? caseIds, IReadOnlyCollection<string> leverIds, IReadOnlyCollection<string> guidanceIds)
    {
        var document = CheckedJson.Load<ThresholdsDocument>(path,
            found => new ThresholdsRules(found, caseIds, leverIds, guidanceIds).Faults());
        var file = document.Value;
        var profiles = file.Profiles.ToImmutableDictionary(profile => profile.Id, StringComparer.Ordinal);
        var limits = file.Limits.Select((limit, index) => new Limit(
            limit.Id, profiles[limit.Profile], new Glob(limit.Cases), limit.Metric, limit.AtMost, limit.AtLeast, limit.Unit,
                limit.Rationale, limit.Basis, limit.Source,
            $"{Path.GetFileName(path)}:{document.LineOf($"limits[{index}]")}"));
        return new Thresholds(file.Decision ?? RecordedDecision.None, file.Profiles, [.. limits])
        {
            Guidance = file.Guidance,
            Levers = file.Levers,
        };
    }
}
