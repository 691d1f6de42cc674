namespace Afmpeg.Perf.Foundation;

/// <summary>Suggests what somebody may have meant by an unknown name.</summary>
public static class NearestName
{
    /// <summary>
    /// The nearest of some names, the first of equals; null if none is near enough to have been meant: more of it must be right than wrong.
    /// </summary>
    public static string? Of(string text, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: EditDistance.Between(text.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(candidate => 2 * candidate.Distance < Math.Max(text.Length, candidate.Name.Length))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>The same as what was observed: "the nearest is doctor"; or that there is none.</summary>
    public static string InWords(string text, IEnumerable<string> names) =>
        Of(text, names) is { } nearest ? $"the nearest is {nearest}" : "none that is like it";
}
