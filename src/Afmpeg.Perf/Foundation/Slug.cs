namespace Afmpeg.Perf.Foundation;

/// <summary>Names for ids, files and links.</summary>
internal static class Slug
{
    /// <summary>A text's letters and digits of ASCII in lower case, words joined by single hyphens; empty if it has none.</summary>
    public static string Create(string text) => string.Join(
        '-', string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
