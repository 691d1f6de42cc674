using Afmpeg.Perf.Foundation;

namespace Afmpeg.Perf.Hosts;

/// <summary>Identifies a processor beyond its name, which clouds use for several generations and sets of abilities.</summary>
public static class ProcessorModel
{
    // x86 first; an Arm processor has no name but these.
    private static readonly ImmutableArray<string> Identity =
    [
        "vendor_id", "cpu family", "model", "stepping", "CPU implementer", "CPU architecture", "CPU variant", "CPU part", "CPU revision",
    ];

    private static readonly ImmutableArray<string> Abilities = ["flags", "Features"];

    /// <summary>Family, model, stepping and abilities as one text: equal for processors that run the same code alike.</summary>
    /// <returns>
    /// As "AuthenticAMD 25/1/1, 79 flags 0123456789ab", the hash independent of their order; null where the text has none of these.
    /// </returns>
    public static string? Of(string information)
    {
        var first = information.Split('\n').TakeWhile(line => line.Trim().Length > 0)
            .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0].Trim())
            .ToImmutableDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
        string[] identity = [.. Identity.Select(name => first.GetValueOrDefault(name)).OfType<string>()];
        string[] flags = [.. Abilities.SelectMany(name => (first.GetValueOrDefault(name) ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order(StringComparer.Ordinal)];
        var hash = TextHash.Of(string.Join(' ', flags))[..12];
        return identity.Length + flags.Length == 0 ? null : $"{string.Join('/', identity)}, {flags.Length} flags {hash}";
    }
}
