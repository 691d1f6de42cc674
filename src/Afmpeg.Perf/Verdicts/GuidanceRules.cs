using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Verdicts;

/// <summary>What must hold of the guidance in thresholds.json.</summary>
internal static class GuidanceRules
{
    /// <summary>Holds the guidance against every rule.</summary>
    /// <param name="document">The file.</param>
    /// <param name="guidanceIds">Everything that callers can be advised to do.</param>
    /// <returns>The faults.</returns>
    public static IEnumerable<ConfigurationFault> Faults(
        CheckedDocument<ThresholdsDocument> document, IReadOnlyCollection<string> guidanceIds) =>
    [
        .. document.Value.Guidance.SelectMany((choice, index) => OfChoice(document, choice, $"guidance[{index}]", guidanceIds)),
        .. guidanceIds.Except(document.Value.Guidance.Select(choice => choice.Id)).Select(missing => document.Fault(
            "guidance", $"the guidance '{missing}' is neither adopted nor rejected", "each of the suite's guidance in 'guidance', "
                + "adopted or not, and why", "nothing of it")),
    ];

    private static IEnumerable<ConfigurationFault> OfChoice(
        CheckedDocument<ThresholdsDocument> document, GuidanceEntry choice, string path, IReadOnlyCollection<string> guidanceIds) =>
    [
        .. ThresholdsRules.Blank(document, $"{path}.id", choice.Id),
        .. string.IsNullOrWhiteSpace(choice.Id) || guidanceIds.Contains(choice.Id)
            ? (ConfigurationFault[])[]
            : [document.Fault($"{path}.id", "there is no such guidance", $"one of {string.Join(", ", guidanceIds)}", $"'{choice.Id}'")],
        .. ThresholdsRules.Blank(document, $"{path}.why", choice.Why),
        .. ThresholdsRules.Blank(document, $"{path}.givesUp", choice.GivesUp),
    ];
}
