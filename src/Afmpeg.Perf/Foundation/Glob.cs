using System.IO.Enumeration;

namespace Afmpeg.Perf.Foundation;

/// <summary>A pattern over case ids: <c>*</c> stands for any run of characters, <c>?</c> for one; a comma separates alternatives.</summary>
public sealed record Glob(string Pattern)
{
    /// <summary>Whether a whole text fits one of the alternatives.</summary>
    public bool Matches(string text) =>
        Pattern.Split(',').Any(part => FileSystemName.MatchesSimpleExpression(Literally(part), text, ignoreCase: false));

    // A backslash means nothing in the pattern, but escapes in the framework's.
    private static string Literally(string part) => part.Replace(@"\", @"\\", StringComparison.Ordinal);
}
