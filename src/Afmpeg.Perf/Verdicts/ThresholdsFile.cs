using System.Collections.Immutable;
using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>Reads thresholds.json.</summary>
public static class ThresholdsFile
{
    /// <summary>Loads the file and holds it against the suite's cases.</summary>
    /// <param name="path">The file.</param>
    /// <param name="caseIds">Every case that there is, of either tier, so that no pattern judges nothing.</param>
    /// <param name="leverIds">Every lever that there is: each has its rating.</param>
    /// <param name="guidanceIds">Everything that callers can be advised to do: each is adopted or rejected.</param>
    /// <returns>What people decided.</returns>
    /// <exception cref="PerfException">The file is missing (exit status 3), or has faults (exit status 2): all of them are in its message.</exception>
    public static Thresholds Load(
        string path, IReadOnlyCollection<string> caseIds, IReadOnlyCollection<string> leverIds, IReadOnlyCollection<string> guidanceIds)
    {
        var document = CheckedJson.Load<ThresholdsDocument>(path, found => ThresholdsRules.Faults(found, caseIds, leverIds, guidanceIds));
        var profiles = document.Value.Profiles.ToImmutableDictionary(
            profile => profile.Id,
            profile => new ConsumerProfile(profile.Id, profile.Does, profile.Why),
            StringComparer.Ordinal);
        return new Thresholds(
            Decision(document.Value.Decision),
            [.. document.Value.Profiles.Select(profile => profiles[profile.Id])],
            [.. document.Value.Limits.Select((limit, index) => Limit(limit, profiles[limit.Profile], Where(document, index)))])
        {
            Guidance = [.. document.Value.Guidance
                .Select(choice => new GuidanceChoice(choice.Id, choice.Adopted, choice.Why, choice.GivesUp))],
            Levers = [.. document.Value.Levers.Select(lever => new LeverRating(lever.Id, lever.Maintenance, lever.Why))],
        };
    }

    private static string Where(CheckedDocument<ThresholdsDocument> document, int index) =>
        $"{Path.GetFileName(document.Path)}:{document.LineOf($"limits[{index}]")}";

    private static RecordedDecision Decision(DecisionEntry entry) => new(entry.Requirement, entry.Outcome, entry.Lever, entry.Rationale, entry.Date) { Exceeded = entry.Exceeded };

    private static Limit Limit(LimitEntry entry, ConsumerProfile profile, string where) => new(
        entry.Id, profile, new Glob(entry.Cases), entry.Metric, entry.AtMost, entry.AtLeast, entry.Unit, entry.Rationale, entry.Basis, entry.Source, where);
}
