namespace Afmpeg.Perf.Foundation;

/// <summary>Suggests what somebody may have meant who wrote a name that there is not.</summary>
public static class NearestName
{
    /// <summary>The nearest of some names, where it is near enough to have been meant: more of it is right than wrong.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="names">The names that there are.</param>
    /// <returns>The name; the first of equals; null where none is near.</returns>
    public static string? Of(string text, IEnumerable<string> names) => names
        .Select(name => (Name: name, Distance: EditDistance.Between(text.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(candidate => 2 * candidate.Distance < Math.Max(text.Length, candidate.Name.Length))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();
}
