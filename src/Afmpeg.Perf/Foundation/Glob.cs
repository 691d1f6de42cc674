using System.IO.Enumeration;

namespace Afmpeg.Perf.Foundation;

/// <summary>A pattern over case ids: <c>*</c> stands for any run of characters, <c>?</c> for one, a comma for either of its sides; everything else for itself.</summary>
/// <param name="Pattern">The pattern, as written.</param>
public sealed record Glob(string Pattern)
{
    /// <summary>Whether the whole text fits the pattern, or one of several between commas.</summary>
    /// <param name="text">A case id.</param>
    /// <returns>Whether it fits.</returns>
    public bool Matches(string text) => Pattern.Split(',').Any(part => FileSystemName.MatchesSimpleExpression(Literally(part), text, ignoreCase: false));

    // A backslash is none of the pattern's signs, and one of the framework's.
    private static string Literally(string part) => part.Replace(@"\", @"\\", StringComparison.Ordinal);
}
