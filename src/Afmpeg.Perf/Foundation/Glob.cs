using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Foundation;

/// <summary>A pattern over case ids: <c>*</c> stands for any run of characters, <c>?</c> for one; everything else for itself.</summary>
/// <param name="Pattern">The pattern, as written.</param>
public sealed record Glob(string Pattern)
{
    private readonly Regex expression = new(
        $"^{Regex.Escape(Pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Whether the whole text fits the pattern.</summary>
    /// <param name="text">A case id.</param>
    /// <returns>Whether it fits.</returns>
    public bool Matches(string text) => expression.IsMatch(text);
}
