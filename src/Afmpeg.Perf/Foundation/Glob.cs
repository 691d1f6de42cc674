using System.IO.Enumeration;

namespace Afmpeg.Perf.Foundation;

/// <summary>A pattern over case ids: <c>*</c> stands for any run of characters, <c>?</c> for one; a comma separates alternatives.</summary>
public sealed record Glob(string Pattern)
{
    private string[] Parts => Pattern.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Whether a whole text fits one of the alternatives.</summary>
    public bool Matches(string text) =>
        Parts.Any(part => FileSystemName.MatchesSimpleExpression(Literally(part), text, ignoreCase: false));

    /// <summary>The alternatives that fit none of some texts, each as a pattern of its own.</summary>
    /// <returns>The alternatives, without the white space around them; none if each fits a text.</returns>
    public ImmutableArray<Glob> FittingNone(IReadOnlyCollection<string> texts) =>
        [.. Parts.Select(part => new Glob(part)).Where(part => !texts.Any(part.Matches))];

    // A backslash means nothing in the pattern, but escapes in the framework's.
    private static string Literally(string part) => part.Replace(@"\", @"\\", StringComparison.Ordinal);
}
