using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Foundation;

/// <summary>A pattern over case ids: <c>*</c> stands for any run of characters, <c>?</c> for one, a comma for either of its sides; everything else for itself.</summary>
/// <param name="Pattern">The pattern, as written.</param>
public sealed record Glob(string Pattern)
{
    /// <summary>Whether the whole text fits the pattern, or one of several between commas.</summary>
    /// <param name="text">A case id.</param>
    /// <returns>Whether it fits.</returns>
    public bool Matches(string text) =>
        Regex.IsMatch(text, Expression(Pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    // The pattern is the record's only field, so that globs of one pattern are equal; the framework caches what it compiles.
    private static string Expression(string pattern) =>
        $"^(?:{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal).Replace(",", "|", StringComparison.Ordinal)})$";
}
