using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Afmpeg.Perf.Foundation;

/// <summary>Hides personal names and secrets in what guests and tools print before it is written, since reports are passed on.</summary>
public sealed class Redaction
{
    // Shorter names are parts of any sentence.
    private const int ShortestName = 3;

    // A shorter value of a variable named like a secret is hardly one, and would be found anywhere.
    private const int ShortestSecret = 8;

    private const string AtEnd = @"(?![\p{L}\p{N}])";

    private static readonly ImmutableArray<string> Everybody = ["root", "localhost"];
    private static readonly ImmutableArray<string> SecretNames = ["KEY", "SECRET", "TOKEN", "PASS", "CREDENTIAL", "AUTH"];

    private readonly ImmutableArray<(Regex Word, string Instead)> hidden;

    private Redaction(IEnumerable<(string Pattern, string Instead)> hidden) => this.hidden =
        [.. hidden.Select(word => (new Regex(word.Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            TimeSpan.FromSeconds(1)), word.Instead))];

    /// <summary>Nothing is hidden.</summary>
    public static Redaction None { get; } = new([]);

    /// <summary>
    /// Hides what is personal on a machine: the home folder becomes ~, the names of user and host, of three letters or more and neither
    /// root nor localhost, become USER and HOST, and the values of variables named like secrets become $NAME.
    /// </summary>
    public static Redaction Of(string home, string user, string host, IDictionary environment)
    {
        var secrets = environment.Cast<DictionaryEntry>().Select(variable => (Name: $"{variable.Key}", Value: $"{variable.Value}"))
            .Where(variable => variable.Value.Length >= ShortestSecret)
            .Where(variable => SecretNames.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(variable => variable.Value.Length);
        return new Redaction(
        [
            .. secrets.Select(variable => (Regex.Escape(variable.Value), $"$${variable.Name}")),
            .. home.Length > 1 ? [($"{Regex.Escape(home.TrimEnd('/'))}{AtEnd}", "~")] : ((string, string)[])[],
            .. Name(host, "HOST"),
            .. Name(user, "USER"),
        ]);
    }

    /// <summary>
    /// A text without them. A name is found as a whole word; what is written otherwise (in another encoding, cut in two) is not found.
    /// </summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Hide(string? text) => text is null ? null
        : hidden.Aggregate(text, (rest, word) => word.Word.Replace(rest, word.Instead));

    private static IEnumerable<(string Pattern, string Instead)> Name(string name, string instead) =>
        name.Length < ShortestName || Everybody.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? []
            : [($@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(name)}{AtEnd}", instead)];
}
